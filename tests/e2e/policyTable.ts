// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The table of docs/row-level-policy.md, as the tests read it. */

export interface PolicyRule {
  method: string;
  path: string;
  /** Empty: everybody who is signed in, or everybody. */
  permission: string;
  /** "agency", "subtree", "incoming:document" …, as written in the column "rows". */
  rows: string;
}

export type Relation = 'own' | 'below' | 'above' | 'sibling' | 'other';
const relations: Relation[] = ['own', 'below', 'above', 'sibling', 'other'];

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/row-level-policy.md'), 'utf8');
const cellsOf = (line: string) => line.split('|').slice(1, -1).map((cell) => cell.trim());
const plain = (cell: string) => cell.replaceAll('`', '');

export const policyRules: PolicyRule[] = page
  .split('\n')
  .filter((line) => /^\| `[A-Z]+ \//.test(line))
  .map((line) => {
    const [route = '', needs = '', rows = ''] = cellsOf(line);
    const [method = '', where = ''] = plain(route).split(' ');
    return { method, path: where, permission: needs.startsWith('`') ? plain(needs) : '', rows: plain(rows) };
  });

/** What the first table says of a rule and a relation; a dash counts as no. */
const byRelation = new Map(
  page
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \| (yes|own|by) /.test(line))
    .map((line) => {
      const [rule = '', ...cells] = cellsOf(line);
      return [plain(rule), new Map(relations.map((relation, index) => [relation, cells[index] === 'yes']))] as const;
    }),
);

/** "agency, with core.organisation: subtree" is the rule "subtree" for whoever has that permission. */
export function rowsFor(rule: PolicyRule, permissions: string[]): string {
  const wider = /^(\w+), with ([a-z.-]+): (\w+)$/.exec(rule.rows);
  if (!wider) return rule.rows;
  const [, narrow = '', permission = '', wide = ''] = wider;
  return permissions.includes(permission) ? wide : narrow;
}

export function isAllowed(rows: string, relation: Relation): boolean {
  const answers = byRelation.get(rows);
  if (!answers) throw new Error(`docs/row-level-policy.md has no rule ${rows}`);
  return answers.get(relation) ?? false;
}

export interface Unit {
  id: string;
  parentId: string | null;
  kind: string;
}

/** How the entity's agency stands to the caller's, seen from the caller. */
export function relationOf(units: Unit[], callerAgency: string, entityAgency: string): Relation {
  const parentOf = (id: string) => units.find((unit) => unit.id === id)?.parentId ?? null;
  const isBelow = (id: string, root: string): boolean => {
    const parent = parentOf(id);
    return parent !== null && (parent === root || isBelow(parent, root));
  };
  if (callerAgency === entityAgency) return 'own';
  if (isBelow(entityAgency, callerAgency)) return 'below';
  if (isBelow(callerAgency, entityAgency)) return 'above';
  return parentOf(callerAgency) === parentOf(entityAgency) ? 'sibling' : 'other';
}
