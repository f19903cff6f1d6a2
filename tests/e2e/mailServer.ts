// SPDX-License-Identifier: Apache-2.0
import net from 'node:net';

export interface Mail {
  from: string;
  to: string;
  content: string;
  /** The first part, decoded. */
  text: string;
}

/** A small real SMTP server on the loopback interface that takes everything. */
export class MailServer {
  readonly mails: Mail[] = [];
  readonly #server = net.createServer((socket) => this.#serve(socket));

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as net.AddressInfo).port;
  }
  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: net.Socket) {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let buffer = '';
    let mail: Mail | null = null;
    let from = '';
    let to = '';
    const obey = (line: string) => {
      if (mail) {
        if (line !== '.') {
          mail.content += `${line.startsWith('.') ? line.slice(1) : line}\r\n`;
          return;
        }
        mail.text = firstText(mail.content);
        this.mails.push(mail);
        mail = null;
        say('250 queued');
        return;
      }
      const verb = line.split(' ', 1)[0]?.toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO') {
        say('250 localhost');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else if (verb === 'DATA') {
        mail = { from, to, content: '', text: '' };
        say('354 go on');
      } else {
        if (verb === 'MAIL') from = address;
        if (verb === 'RCPT') to = address;
        say('250 ok');
      }
    };
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        obey(line);
      }
    });
    say('220 localhost ESMTP');
  }
}

/** The quoted-printable text of the first part. */
function firstText(content: string): string {
  const head = 'quoted-printable\r\n\r\n';
  const start = content.indexOf(head);
  if (start < 0) return '';
  const coded = content.slice(start + head.length, content.indexOf('\r\n--', start));
  const bytes = coded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
