// SPDX-License-Identifier: Apache-2.0

/** A rule holds from its first to its last day; either may be missing. */
const isInForce = (rule, day) => (!rule.from || rule.from <= day) && (!rule.until || day <= rule.until);

const ruleIndexes = new WeakMap();
function ruleOf(rules, unitId, pluginId) {
  if (!ruleIndexes.has(rules)) ruleIndexes.set(rules, new Map(rules.map((rule) => [`${rule.unitId} ${rule.pluginId}`, rule])));
  return ruleIndexes.get(rules).get(`${unitId} ${pluginId}`);
}

const unitIndexes = new WeakMap();
function unitOf(units, id) {
  if (!unitIndexes.has(units)) unitIndexes.set(units, new Map(units.map((unit) => [unit.id, unit])));
  return unitIndexes.get(units).get(id);
}

/** The whole rule of the unit gate: up from the unit to the first rule in force; without one the plugin is on. */
export function isOnByReference(units, rules, pluginId, unitId, day) {
  for (let unit = unitOf(units, unitId); unit; unit = unitOf(units, unit.parentId)) {
    const rule = ruleOf(rules, unit.id, pluginId);
    if (rule && isInForce(rule, day)) return rule.rule === 'on';
  }
  return true;
}
