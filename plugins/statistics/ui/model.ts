// SPDX-License-Identifier: Apache-2.0
/** Figures as the server gives them, and what is read off them. */

export type SourceId = 'incoming' | 'outgoing' | 'tasks';

/** A number with the page that lists what it counts; the link is empty where there is none. */
export interface Figure {
  value: string;
  name: string;
  amount: number;
  link: string;
}
export interface Measure {
  id: string;
  total: number;
  figures: Figure[];
}
export interface TimeFigure {
  status: string;
  amount: number;
  medianHours: number;
  ninetiethHours: number;
  link: string;
}
export interface UnitFigure {
  unitId: string;
  name: string;
  mayOpen: boolean;
  amount: number;
  onTime: number;
  late: number;
  link: string;
}
export interface Point {
  period: string;
  amount: number;
  link: string;
}
export interface Source {
  id: SourceId;
  pendingDays: number;
  total: Figure;
  measures: Measure[];
  times: TimeFigure[];
  units: UnitFigure[];
  course: Point[];
}
export interface Report {
  from: string;
  until: string;
  grain: 'day' | 'month';
  unitId: string;
  unitName: string;
  includesBelow: boolean;
  register: string;
  registerName: string;
  officeHours: string;
  minutesPerDay: number;
  sources: Source[];
}

export interface Choices {
  units: { id: string; parentId: string; name: string; isAgency: boolean }[];
  registers: { code: string; name: string }[];
  unitId: string;
  mayReadBelow: boolean;
}

export const sourceIcons: Record<SourceId, string> = {
  incoming: 'inbox',
  outgoing: 'send',
  tasks: 'list-checks',
};

/** One value of a measure; nought where the source counts no such thing. */
export function amountOf(source: Source | undefined, measure: string, value: string): Figure {
  const found = source?.measures
    .find((one) => one.id === measure)
    ?.figures.find((figure) => figure.value === value);
  return found ?? { value, name: '', amount: 0, link: '' };
}

/** A part of a whole, and the page that lists the part. */
export interface Share {
  part: number;
  whole: number;
  link: string;
}
const shareOf = (part: Figure, others: Figure[]): Share => ({
  part: part.amount,
  whole: others.reduce((sum, one) => sum + one.amount, part.amount),
  link: part.link,
});

/** The shares at the top of the page, as reports on e-government ask for them. */
export function sharesOf(report: Report): { key: string; icon: string; share: Share }[] {
  const source = (id: SourceId) => report.sources.find((one) => one.id === id);
  const of = (id: SourceId, measure: string, part: string, other: string) =>
    shareOf(amountOf(source(id), measure, part), [amountOf(source(id), measure, other)]);
  const all = [
    {
      key: 'received',
      id: 'incoming',
      icon: 'inbox',
      share: of('incoming', 'channel', 'electronic', 'paper'),
    },
    { key: 'sent', id: 'outgoing', icon: 'send', share: of('outgoing', 'channel', 'electronic', 'paper') },
    { key: 'person', id: 'outgoing', icon: 'file-signature', share: of('outgoing', 'person', 'yes', 'no') },
    { key: 'agency', id: 'outgoing', icon: 'badge-check', share: of('outgoing', 'agency', 'yes', 'no') },
    { key: 'entry', id: 'incoming', icon: 'clock', share: of('incoming', 'entry', 'on_time', 'late') },
    {
      key: 'sending',
      id: 'outgoing',
      icon: 'calendar-check',
      share: of('outgoing', 'sending', 'on_time', 'late'),
    },
    {
      key: 'done',
      id: 'tasks',
      icon: 'circle-check',
      share: of('tasks', 'standing', 'done_on_time', 'done_late'),
    },
  ] as const;
  return all.filter((one) => source(one.id) !== undefined);
}

/** A row of the table of units: the figures of each source side by side. */
export interface UnitRow {
  unitId: string;
  name: string;
  mayOpen: boolean;
  bySource: Partial<Record<SourceId, UnitFigure>>;
}

/** Every unit once, as the sources name them; what no unit has comes last. */
export function unitRows(sources: Source[]): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const source of sources)
    for (const unit of source.units) {
      const row = rows.get(unit.unitId) ?? {
        unitId: unit.unitId,
        name: unit.name,
        mayOpen: unit.mayOpen,
        bySource: {},
      };
      row.bySource[source.id] = unit;
      rows.set(unit.unitId, row);
    }
  return [...rows.values()].sort((one, other) =>
    one.unitId === '' || other.unitId === ''
      ? Number(one.unitId === '') - Number(other.unitId === '')
      : one.name.localeCompare(other.name, 'vi'),
  );
}

/** Working hours as working days of the office, to one decimal. */
export function workingDays(hours: number, minutesPerDay: number): number {
  return minutesPerDay > 0 ? Math.round((hours * 600) / minutesPerDay) / 10 : 0;
}
