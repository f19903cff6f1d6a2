// SPDX-License-Identifier: Apache-2.0
/** What a figure of the statistics asks the list of issued documents for; it stands in the address. */

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

/** Nothing that a figure asks for. */
export const noFigure: Record<FigureName, string> = {
  issuedFrom: '',
  issuedTo: '',
  unit: '',
  form: '',
  group: '',
  channel: '',
  sending: '',
  person: '',
  agency: '',
  reached: '',
  delivery: '',
};

/** The part of the filters that is a figure's; empty when there is none. */
export function figureOf(filters: Partial<Record<FigureName, string>>): FigureFilter {
  const filter: FigureFilter = {};
  for (const name of figureNames) {
    const value = filters[name];
    if (value) filter[name] = value;
  }
  return filter;
}
