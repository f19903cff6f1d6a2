// SPDX-License-Identifier: Apache-2.0
import { apiUrl } from '@congvu/sdk';
import type { Tone } from '@congvu/ui';

/** Shapes of /api/v1/outgoing/register and /numbering. */
export interface NumberEntry {
  year: number;
  group: string;
  number: number;
  status: 'used' | 'reserved' | 'cancelled';
  numberAndSymbol: string;
  documentId: string | null;
  documentDate: string | null;
  reason: string;
  byName: string;
  at: string;
  typeName: string;
  subject: string;
  signerName: string;
}
export interface NumberSequence {
  group: string;
  last: number;
}
export interface SymbolRule {
  id: string;
  appliesTo: string;
  pattern: string;
  issuer: string;
  effectiveFrom: string;
  note: string;
  createdByName: string;
  createdAt: string;
}
export type Numbering = 'one' | 'each-type' | 'groups';
export interface NumberingDecision {
  fromYear: number;
  numbering: Numbering;
  groups: { types: string[] }[];
  decision: string;
  createdByName: string;
  createdAt: string;
}
export interface NumberingView {
  rules: SymbolRule[];
  inForce: string[];
  decisions: NumberingDecision[];
  issuer: string;
  isByType: boolean;
}

export const numberTone: Record<NumberEntry['status'], Tone> = {
  used: 'green',
  reserved: 'amber',
  cancelled: 'gray',
};

/** Below ten with a leading zero (Decree 30/2020). */
export const shownNumber = (number: number): string => String(number).padStart(2, '0');

/** Patterns to begin with; the last two are those of the Party. */
export const patternPresets = [
  { key: 'named', appliesTo: 'named', pattern: '{number}/{type}-{issuer}' },
  { key: 'letter', appliesTo: 'letter', pattern: '{number}/{issuer}-{unit}' },
  { key: 'copy', appliesTo: 'copy', pattern: '{number}/{type}-{issuer}' },
  { key: 'partyNamed', appliesTo: 'named', pattern: '{number}-{type}/{issuer}' },
  { key: 'partyLetter', appliesTo: 'letter', pattern: '{number}-CV/{issuer}' },
] as const;

/** "QĐ, CT; CV" → two groups. Empty names are left out. */
export function groupsOf(text: string): { types: string[] }[] {
  return text
    .split(/[;\n]/)
    .map((group) => ({
      types: group
        .split(',')
        .map((type) => type.trim())
        .filter(Boolean),
    }))
    .filter((group) => group.types.length > 0);
}
export const groupsText = (groups: { types: string[] }[]): string =>
  groups.map((group) => group.types.join(', ')).join('; ');

export function download(path: string, query: Record<string, string> = {}): void {
  const link = document.createElement('a');
  link.href = apiUrl(path, query);
  link.download = '';
  link.click();
}
