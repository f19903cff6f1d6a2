// SPDX-License-Identifier: Apache-2.0
/** Editing the body's markup: **bold**, *italic*, "# heading", "Điều 1.", numbered lines. */
export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** Puts the mark around the selection, or takes it away when it is there already. */
export function toggleMark({ text, start, end }: Selection, mark: string): Selection {
  const width = mark.length;
  const isInside = text.slice(start - width, start) === mark && text.slice(end, end + width) === mark;
  // "*" also stands at the edge of "**": italic is only taken away where a third star or a single one is.
  const isBolder =
    mark === '*' && text.slice(start - 2, start) === '**' && text.slice(start - 3, start) !== '***';
  if (isInside && !isBolder) {
    const plain = text.slice(0, start - width) + text.slice(start, end) + text.slice(end + width);
    return { text: plain, start: start - width, end: end - width };
  }
  const marked = text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end);
  return { text: marked, start: start + width, end: end + width };
}

function linesOf({ text, start, end }: Selection): { first: number; last: number } {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return { first, last: after === -1 ? text.length : after };
}

function replaceLines(selection: Selection, change: (lines: string[]) => string[]): Selection {
  const { first, last } = linesOf(selection);
  const lines = change(selection.text.slice(first, last).split('\n')).join('\n');
  const text = selection.text.slice(0, first) + lines + selection.text.slice(last);
  return { text, start: first, end: first + lines.length };
}

/** Makes the selected lines headings, or plain again when all of them are. */
export function toggleHeading(selection: Selection): Selection {
  return replaceLines(selection, (lines) =>
    lines.every((line) => line.startsWith('# '))
      ? lines.map((line) => line.slice(2))
      : lines.map((line) => (line.startsWith('# ') ? line : `# ${line}`)),
  );
}

const dash = /^- /;
const number = /^\d+\. /;

/** Lines with a dash before them. */
export function toggleDashes(selection: Selection): Selection {
  return replaceLines(selection, (lines) =>
    lines.every((line) => dash.test(line))
      ? lines.map((line) => line.replace(dash, ''))
      : lines.map((line) => `- ${line.replace(dash, '').replace(number, '')}`),
  );
}

/** Lines numbered from one. */
export function toggleNumbers(selection: Selection): Selection {
  return replaceLines(selection, (lines) =>
    lines.every((line) => number.test(line))
      ? lines.map((line) => line.replace(number, ''))
      : lines.map((line, index) => `${index + 1}. ${line.replace(number, '').replace(dash, '')}`),
  );
}

/** The next article on a line of its own: "Điều 3. ". */
export function addArticle({ text, start }: Selection): Selection {
  const numbers = [...text.matchAll(/^Điều (\d+)\./gmu)].map((found) => Number(found[1]));
  const { last } = linesOf({ text, start, end: start });
  const isEmptyLine = text.slice(linesOf({ text, start, end: start }).first, last).trim() === '';
  const line = `${isEmptyLine ? '' : '\n'}Điều ${Math.max(0, ...numbers) + 1}. `;
  const end = last + line.length;
  return { text: text.slice(0, last) + line + text.slice(last), start: end, end };
}

/** A table of two columns with one row to fill in. */
export function addTable({ text, start }: Selection, headings: [string, string]): Selection {
  const { last } = linesOf({ text, start, end: start });
  const before = last === 0 || text[last - 1] === '\n' ? '' : '\n';
  const table = `${before}| ${headings[0]} | ${headings[1]} |\n|:--|:--|\n|  |  |`;
  const end = last + table.length - 5;
  return { text: text.slice(0, last) + table + text.slice(last), start: end, end };
}
