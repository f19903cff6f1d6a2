// SPDX-License-Identifier: Apache-2.0
// Repeats the rows of a template for another document: ids, times, days, numbers and texts differ, everything else is as the product wrote it.
import { marker } from './templates.mjs';
import { fold } from './subjects.mjs';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const daySeconds = 86_400;
const arrivalsPerYear = 10_000_000; // incoming_document.arrival_key = year × this + number

function base32(value, length) {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text;
  return text;
}

/** An id as the product makes them: 10 characters of time, then what tells ids of one millisecond apart, ascending. */
const idOf = (time, document, place) => `${base32(time, 10)}${base32(document, 6)}${base32(place, 4)}QQQQQQ`;

/** Another check code for each document, spread over the index as the random ones are: an odd factor permutes the numbers below 2^30. */
const checkCodeOf = (document) => base32((document * 668_265_263) % 2 ** 30, 6) + base32(document, 4);

export const dayOf = (time) => new Date(time + 7 * 3_600_000).toISOString().slice(0, 10); // Viet Nam
const daysSince1970 = (day) => Date.parse(`${day}T00:00:00Z`) / 1000 / daySeconds;

/** The ids that were given while the template was made, in the order of their age. */
function ownIds({ rows }) {
  const ids = new Set();
  for (const { row } of rows) if (idPattern.test(row.id ?? '')) ids.add(row.id);
  for (const { row } of rows) if (idPattern.test(row.file_id ?? '')) ids.add(row.file_id);
  for (const { row } of rows) if (idPattern.test(row.delivery_id ?? '')) ids.add(row.delivery_id);
  return [...ids].sort();
}

/** Every text that marks a difference, and what stands there instead. The values are functions of the document being made. */
function replacementsOf(template, arrivalText) {
  const places = new Map(ownIds(template).map((id, place) => [id, (document) => document.ids[place]]));
  const day = dayOf(template.from);
  return new Map([
    ...places,
    [marker.subject, (document) => document.subject],
    [marker.subject.toLowerCase(), (document) => document.foldedSubject],
    [marker.issuer, (document) => document.issuer],
    [marker.issuer.toLowerCase(), (document) => document.foldedIssuer],
    [template.symbolNumber, (document) => document.symbolNumber],
    [marker.notation, (document) => document.notation],
    [marker.notation.toLowerCase(), (document) => document.foldedNotation],
    [marker.dueOn, (document) => document.dueOn],
    [marker.dueOn.split('-').reverse().join('/'), (document) => document.dueOn.split('-').reverse().join('/')],
    [arrivalText, (document) => document.numberText],
    [template.register.id, (document) => document.registerRowId],
    [day, (document) => document.day],
  ].filter(([text]) => text));
}

function textMaker(text, replacements) {
  const pattern = new RegExp([...replacements.keys()].sort((a, b) => b.length - a.length).map((one) => one.replace(/[/-]/g, '\\$&')).join('|'), 'g');
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push(replacements.get(found[0]));
    end = found.index + found[0].length;
  }
  if (parts.length === 0) return text;
  if (end < text.length) parts.push(text.slice(end));
  if (parts.length === 1) return parts[0];
  return (document) => parts.map((part) => (typeof part === 'string' ? part : part(document))).join('');
}

/** What one cell of a repeated row holds: a constant, or a function of the document. */
function cellMaker(table, column, value, template, replacements, number) {
  if (column === 'urgency') return (document) => document.urgency;
  if (column === 'type_id') return (document) => document.typeId;
  if (column === 'arrival_year' || (table === 'outgoing_number' && column === 'year')) return (document) => document.year;
  if (column === 'arrival_key') return (document) => document.year * arrivalsPerYear + document.number;
  if (column === 'reminded_of') return (document) => (document.isOverdue ? 'overdue' : '');
  if ((table === 'signing_check' || table === 'signing_check_print') && column === 'code') return (document) => checkCodeOf(document.index);
  if (table === 'core_search_document' && column === 'id') return (document) => daysSince1970(document.day) * 2 ** 32 + document.takeOrder();
  if (typeof value === 'number') {
    if (value === number) return (document) => document.number;
    if (value >= template.from && value <= template.until) return (document) => document.time + value - template.from;
    return value;
  }
  return typeof value === 'string' ? textMaker(value, replacements) : value;
}

/** @returns a function that inserts one document: `{index, time, number, ids …}` as makeDocument gives it */
export function clonerOf(db, template) {
  const { number } = template;
  const replacements = replacementsOf(template, String(number));
  const inserts = template.rows.map(({ table, row }) => {
    const columns = Object.keys(row);
    const cells = columns.map((column) => cellMaker(table, column, row[column], template, replacements, number));
    const statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    const values = new Array(columns.length);
    return (document) => {
      for (let index = 0; index < cells.length; index += 1) values[index] = typeof cells[index] === 'function' ? cells[index](document) : cells[index];
      statement.run(values);
    };
  });
  const idCount = ownIds(template).length;
  return (document) => {
    document.ids = Array.from({ length: idCount }, (_, place) => idOf(document.time, document.index, place));
    document.foldedSubject = fold(document.subject);
    document.foldedIssuer = fold(document.issuer);
    document.foldedNotation = document.notation.toLowerCase();
    document.numberText = String(document.number);
    for (const insert of inserts) insert(document);
  };
}
