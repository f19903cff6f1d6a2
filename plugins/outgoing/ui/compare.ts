// SPDX-License-Identifier: Apache-2.0
import { type DiffPart, diffLists, diffWords } from '@congvu/ui';

/** Two versions of a text, paragraph by paragraph and inside them word by word. */
export interface ParagraphChange {
  kind: 'same' | 'changed' | 'removed' | 'added';
  /** Of a changed paragraph its words; of the others the whole. */
  parts: DiffPart[];
}

/** Paragraphs that share so much of their words are one paragraph that was changed. */
const likeness = 0.4;

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('vi').match(/[^\s]+/g) ?? [];
}
/** From 0 (no word in common) to 1 (the same words). */
export function likenessOf(before: string, after: string): number {
  const left = wordsOf(before);
  const right = wordsOf(after);
  if (!left.length || !right.length) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const rest = counts.get(word) ?? 0;
    if (rest > 0) {
      common += 1;
      counts.set(word, rest - 1);
    }
  }
  return (2 * common) / (left.length + right.length);
}

/** Removed and added paragraphs between two equal ones: those that are alike belong together, in their order. */
function matched(removed: string[], added: string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  const put = (kind: 'removed' | 'added', text: string) => changes.push({ kind, parts: [{ kind, text }] });
  for (const before of removed) {
    const found = added.findIndex((after, index) => index >= next && likenessOf(before, after) >= likeness);
    if (found === -1) {
      put('removed', before);
      continue;
    }
    for (const text of added.slice(next, found)) put('added', text);
    changes.push({ kind: 'changed', parts: diffWords(before, added[found] ?? '') });
    next = found + 1;
  }
  for (const text of added.slice(next)) put('added', text);
  return changes;
}

export function compareParagraphs(before: string[], after: string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    changes.push(...matched(removed, added));
    removed = [];
    added = [];
  };
  for (const part of diffLists(before, after)) {
    if (part.kind === 'same') {
      flush();
      changes.push({ kind: 'same', parts: [part] });
    } else if (part.kind === 'removed') removed.push(part.text);
    else added.push(part.text);
  }
  flush();
  return changes;
}

/** A stretch of paragraphs: changes one by one, and what is the same folded but for the neighbours of changes. */
export type Stretch =
  | { kind: 'shown'; change: ParagraphChange; index: number }
  | { kind: 'folded'; from: number; count: number };

const neighbours = 1;

export function folded(changes: ParagraphChange[]): Stretch[] {
  const isShown = changes.map((_change, index) => {
    const around = changes.slice(Math.max(0, index - neighbours), index + neighbours + 1);
    return around.some((one) => one.kind !== 'same');
  });
  const stretches: Stretch[] = [];
  changes.forEach((change, index) => {
    const last = stretches.at(-1);
    if (isShown[index]) stretches.push({ kind: 'shown', change, index });
    else if (last?.kind === 'folded') last.count += 1;
    else stretches.push({ kind: 'folded', from: index, count: 1 });
  });
  return stretches;
}
