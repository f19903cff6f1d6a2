// SPDX-License-Identifier: Apache-2.0
/** What a figure of the statistics asks the list of issued documents for; it stands in the address. */
import type { LocationQuery } from 'vue-router';

export const figureNames = [
  'issuedFrom',
  'issuedTo',
  'unit',
  'form',
  'group',
  'channel',
  'sending',
  'person',
  'agency',
  'reached',
  'delivery',
] as const;
export type FigureName = (typeof figureNames)[number];
export type FigureFilter = Partial<Record<FigureName, string>>;

/** The part of an address that is a figure's; empty when there is none. */
export function figureOf(query: LocationQuery): FigureFilter {
  const filter: FigureFilter = {};
  for (const name of figureNames) {
    const value = query[name];
    if (typeof value === 'string' && value !== '') filter[name] = value;
  }
  return filter;
}
