// SPDX-License-Identifier: Apache-2.0
/** The rules of the plugin-by-unit page, apart from its drawing: nearest rule wins, dates limit a rule. */
import type { LocalText } from '@congvu/sdk';

export type RuleChoice = 'inherit' | 'on' | 'off';

export interface MatrixUnit {
  id: string;
  parentId: string | null;
  name: string;
}

export interface MatrixRule {
  unitId: string;
  pluginId: string;
  rule: 'on' | 'off';
  from: string | null;
  until: string | null;
  reason: string;
}

export interface MatrixData {
  units: MatrixUnit[];
  plugins: { id: string; name: LocalText }[];
  rules: MatrixRule[];
  effective: Record<string, Record<string, boolean>>;
}

export interface MatrixChange {
  unitId: string;
  pluginId: string;
  unitName: string;
  pluginName: string;
  before: RuleChoice;
  after: RuleChoice;
}

export interface ChangeReason {
  text: string;
  from: string | null;
  until: string | null;
}

export interface MatrixRow extends MatrixUnit {
  level: number;
  hasChildren: boolean;
}

export const cellKey = (unitId: string, pluginId: string) => `${unitId}\n${pluginId}`;

export function ownChoice(matrix: MatrixData, unitId: string, pluginId: string): RuleChoice {
  return matrix.rules.find((rule) => rule.unitId === unitId && rule.pluginId === pluginId)?.rule ?? 'inherit';
}

export function nextChoice(choice: RuleChoice): RuleChoice {
  const order: RuleChoice[] = ['inherit', 'on', 'off'];
  return order[(order.indexOf(choice) + 1) % order.length] ?? 'inherit';
}

/** The tree in reading order without the branches below closed units. Units without a known parent are roots. */
export function visibleUnits(units: MatrixUnit[], closed: Set<string>): MatrixRow[] {
  const known = new Set(units.map((unit) => unit.id));
  const byParent = new Map<string | null, MatrixUnit[]>();
  for (const unit of units) {
    const parent = unit.parentId && known.has(unit.parentId) ? unit.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const rows: MatrixRow[] = [];
  const visit = (parent: string | null, level: number) => {
    for (const unit of byParent.get(parent) ?? []) {
      rows.push({ ...unit, level, hasChildren: byParent.has(unit.id) });
      if (!closed.has(unit.id)) visit(unit.id, level + 1);
    }
  };
  visit(null, 0);
  return rows;
}

function isActive(rule: MatrixRule, day: string): boolean {
  return (!rule.from || rule.from <= day) && (!rule.until || day <= rule.until);
}

/** What would hold after saving; cells that no change touches keep what the server said. */
export function effectiveAfter(
  matrix: MatrixData,
  pending: Map<string, RuleChoice>,
  day: string,
): Map<string, boolean> {
  const result = new Map<string, boolean>();
  const rules = new Map(matrix.rules.map((rule) => [cellKey(rule.unitId, rule.pluginId), rule]));
  for (const unit of visibleUnits(matrix.units, new Set())) {
    for (const plugin of matrix.plugins) {
      const key = cellKey(unit.id, plugin.id);
      const inherited = unit.parentId ? result.get(cellKey(unit.parentId, plugin.id)) : undefined;
      const fromServer = matrix.effective[unit.id]?.[plugin.id] ?? false;
      const changed = pending.get(key);
      const rule = rules.get(key);
      if (changed === 'on' || changed === 'off') result.set(key, changed === 'on');
      else if (changed === 'inherit') result.set(key, inherited ?? false);
      else if (rule && isActive(rule, day)) result.set(key, rule.rule === 'on');
      else result.set(key, inherited ?? fromServer);
    }
  }
  return result;
}
