// SPDX-License-Identifier: Apache-2.0
// The people of the demonstration province who work while the server is ended under them.
import { Client } from '../../packaging/demo/api.mjs';

const usernames = {
  administrator: 'quantri',
  drafter: 'chuyenvien.suoimau',
  head: 'truongphong.suoimau',
  officeHead: 'chanhvanphong.suoimau',
  chair: 'chutich.suoimau',
  clerk: 'vanthu.suoimau',
  neighbour: 'vanthu.doithu', // clerk of the other commune, which receives
};

/** Everybody signed in, by role, with what the work needs to know of the province. */
export async function signInOfficials(url, accounts) {
  const officials = { pin: accounts.pin };
  for (const [role, username] of Object.entries(usernames)) {
    officials[role] = new Client(url);
    const session = await officials[role].signIn(username, accounts.password);
    if (role === 'chair') officials.chairPost = session.post.id;
  }
  const units = (await officials.clerk.get('/units')).items;
  const agency = (name) => units.find((unit) => unit.name === name).id;
  const commune = agency('Ủy ban nhân dân xã Suối Mẫu');
  officials.leadUnit = units.find((unit) => unit.name === 'Phòng Kinh tế' && unit.parentId === commune).id;
  officials.recipients = [agency('Ủy ban nhân dân tỉnh Sông Mẫu'), agency('Ủy ban nhân dân xã Đồi Thử')];
  return officials;
}
