// SPDX-License-Identifier: Apache-2.0
/** Shapes of the plugin's interface, and how states look. */
import { apiUrl } from '@congvu/sdk';
import type { Tone } from '@congvu/ui';

export type DossierState = 'open' | 'closed' | 'transferring' | 'archived';
export type DossierKind = 'ordinary' | 'construction';
export type DossierAct = 'edit' | 'file' | 'share' | 'close' | 'reopen' | 'hand-over';

export interface Dossier {
  id: string;
  entryId: string | null;
  year: number;
  notation: string;
  title: string;
  retention: string;
  rights: string;
  language: string;
  description: string;
  kind: DossierKind;
  unitName: string;
  keeperName: string;
  state: DossierState;
  startedOn: string;
  endedOn: string | null;
  dueOn: string | null;
  documentCount: number;
  pageCount: number;
  version: number;
}
export interface Participant {
  kind: 'post' | 'unit';
  id: string;
  name: string;
}
export interface DossierDetail {
  dossier: Dossier;
  participants: Participant[];
  acts: DossierAct[];
}
export interface DossierItem {
  id: string;
  ordinal: number;
  isHidden: boolean;
  plugin: string;
  type: string;
  entityId: string;
  numberAndSymbol: string;
  issuedOn: string | null;
  typeName: string;
  subject: string;
  organName: string;
  pages: number;
  note: string;
  link: string;
  addedByName: string;
  addedAt: string;
}
export interface Gap {
  code: string;
  name: string;
  isBlocking: boolean;
}
export interface ClosingCheck {
  gaps: Gap[];
  documents: number;
  pages: number;
}
export interface DossierExport {
  id: string;
  kind: 'pdf' | 'package';
  state: 'waiting' | 'running' | 'done' | 'failed';
  doneSteps: number;
  totalSteps: number;
  problem: string;
  problemName: string;
  createdAt: string;
}
export interface Plan {
  id: string;
  year: number;
  state: 'draft' | 'approved';
  decision: string;
  approvedByName: string;
  approvedAt: string | null;
}
export interface Heading {
  id: string;
  parentId: string | null;
  position: number;
  title: string;
  abbreviation: string;
}
export interface Entry {
  id: string;
  headingId: string;
  notation: string;
  title: string;
  retention: string;
  keeperPostId: string | null;
  keeperName: string;
  note: string;
}
export interface PlanContent {
  plan: Plan;
  headings: Heading[];
  entries: Entry[];
}
export interface ImportResult {
  isDryRun: boolean;
  headings: number;
  entries: number;
  errors: { line: number; column: string; code: string }[];
}
export interface Transfer {
  id: string;
  year: number;
  title: string;
  unitName: string;
  state: 'submitted' | 'accepted' | 'returned';
  condition: string;
  boxes: number;
  dossierCount: number;
  fromName: string;
  fromTitle: string;
  toName: string;
  toTitle: string;
  reason: string;
  createdAt: string;
  decidedAt: string | null;
}
export interface TransferDetail {
  transfer: Transfer;
  dossiers: Dossier[];
  mayDecide: boolean;
}
export interface TimelineEntry {
  id: string;
  at: string;
  actorName: string;
  postTitle: string;
  act: string;
  note: string;
}

export const stateTone: Record<DossierState, Tone> = {
  open: 'blue',
  closed: 'green',
  transferring: 'amber',
  archived: 'gray',
};
export const transferTone: Record<Transfer['state'], Tone> = {
  submitted: 'amber',
  accepted: 'green',
  returned: 'red',
};

/** "I", "II" … for large headings. */
export function roman(value: number): string {
  const signs: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let text = '';
  let left = value;
  for (const [worth, sign] of signs) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

/** Lines of the plan as they are printed: headings and below them their entries. */
export interface PlanRow {
  heading?: Heading;
  entry?: Entry;
  isSmall: boolean;
}
export function planRows(content: PlanContent): PlanRow[] {
  const below = (parentId: string | null) =>
    content.headings.filter((one) => one.parentId === parentId).toSorted((a, b) => a.position - b.position);
  const entriesOf = (headingId: string, isSmall: boolean): PlanRow[] =>
    content.entries.filter((one) => one.headingId === headingId).map((entry) => ({ entry, isSmall }));
  return below(null).flatMap((large) => [
    { heading: large, isSmall: false },
    ...entriesOf(large.id, false),
    ...below(large.id).flatMap((small) => [{ heading: small, isSmall: true }, ...entriesOf(small.id, true)]),
  ]);
}

/** Lets the browser keep what an address answers. */
export function download(path: string, query: Record<string, string> = {}) {
  const link = document.createElement('a');
  link.href = apiUrl(path, query);
  link.download = '';
  link.click();
}
