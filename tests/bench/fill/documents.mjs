// SPDX-License-Identifier: Apache-2.0
// Which documents the filled folder holds: three years of three agencies, most of them done. The chair of the commune has signed a fifth of all.
import { dayOf } from './clone.mjs';
import { issuers, notations, randomSource, subjectOf, typeIds } from './subjects.mjs';

const day = 86_400_000;
const span = 1060 * day;
const openFor = 60 * day; // what is older is done

const shares = [
  { agency: 'suoimau', isOutgoing: true, share: 0.21 },
  { agency: 'tinh', isOutgoing: true, share: 0.02 },
  { agency: 'doithu', isOutgoing: true, share: 0.01 },
  { agency: 'suoimau', isOutgoing: false, share: 0.5 },
  { agency: 'tinh', isOutgoing: false, share: 0.16 },
  { agency: 'doithu', isOutgoing: false, share: 0.1 },
];

function drawShare(random) {
  let drawn = random.next();
  return shares.find(({ share }) => (drawn -= share) < 0) ?? shares.at(-1);
}

/** Kinds of recent incoming documents, as often as they stand here. */
const recentKinds = ['waiting', 'submitted', 'submitted', 'directed', 'directed', 'directed', 'directed', 'closed', 'closed', 'closed'];

function kindOf(random, isOutgoing, isRecent) {
  if (isOutgoing) return 'issued';
  if (isRecent) return random.pick(recentKinds);
  return random.next() < 0.1 ? 'directed' : 'closed';
}

/** Gives the documents in the order of their time. */
export function* documentsOf(count) {
  const random = randomSource(20260701);
  const end = Date.now() - day;
  const start = end - span;
  const step = span / count;
  for (let index = 0; index < count; index += 1) {
    const time = Math.floor(start + index * step);
    const { agency, isOutgoing } = drawShare(random);
    const isOverdue = random.next() < 0.03;
    const year = new Date(time + 7 * 3_600_000).getUTCFullYear();
    yield {
      index, time, agency, isOutgoing, isOverdue, year,
      kind: kindOf(random, isOutgoing, end - time < openFor),
      day: dayOf(time),
      // Open documents are due in the weeks to come, some are overdue; a directed document of old times has its work still open.
      dueOn: dayOf(isOverdue ? end - (1 + random.below(30)) * day : end + (10 + random.below(80)) * day),
      subject: subjectOf(random, year),
      issuer: random.pick(issuers),
      notation: random.pick(notations),
      symbolNumber: String(1 + index),
      urgency: random.next() < 0.9 ? 'normal' : 'urgent',
      typeId: random.pick(typeIds),
    };
  }
}
