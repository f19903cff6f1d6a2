// SPDX-License-Identifier: Apache-2.0
export type DiffKind = 'same' | 'removed' | 'added';

export interface DiffPart {
  kind: DiffKind;
  text: string;
}

const largestTable = 4_000_000;

/**
 * Longest-common-subsequence difference of two lists. Texts too large for the table are compared
 * as "all removed, all added" between their common beginning and end, so time and memory stay bounded.
 */
export function diffLists(before: string[], after: string[]): DiffPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const middleBefore = before.slice(start, before.length - end);
  const middleAfter = after.slice(start, after.length - end);
  return [
    ...before.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...diffMiddle(middleBefore, middleAfter),
    ...before.slice(before.length - end).map((text) => ({ kind: 'same' as const, text })),
  ];
}

function diffMiddle(before: string[], after: string[]): DiffPart[] {
  const columns = after.length + 1;
  if ((before.length + 1) * columns > largestTable) {
    return [
      ...before.map((text) => ({ kind: 'removed' as const, text })),
      ...after.map((text) => ({ kind: 'added' as const, text })),
    ];
  }
  const lengths = new Uint32Array((before.length + 1) * columns);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * columns + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * columns + j + 1]! + 1
          : Math.max(lengths[(i + 1) * columns + j]!, lengths[i * columns + j + 1]!);
    }
  }
  return walk(before, after, lengths, columns);
}

function walk(before: string[], after: string[], lengths: Uint32Array, columns: number): DiffPart[] {
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      parts.push({ kind: 'same', text: before[i]! });
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && lengths[(i + 1) * columns + j]! >= lengths[i * columns + j + 1]!)
    ) {
      parts.push({ kind: 'removed', text: before[i]! });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: after[j]! });
      j += 1;
    }
  }
  return parts;
}

function joinNeighbours(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}

/** "a b" → "c d" reads better as one change of two words than as two with an unchanged blank between. */
function joinChanges(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const bridge = part.text.trim() === '' && (removed || added) && next && next.kind !== 'same';
    if (part.kind === 'same' && !bridge) {
      flush();
      result.push(part);
      return;
    }
    if (part.kind !== 'added') removed += part.text;
    if (part.kind !== 'removed') added += part.text;
  });
  flush();
  return result;
}

/** Word by word; blanks and line ends are kept, so the parts joined give the texts again. */
export function diffWords(before: string, after: string): DiffPart[] {
  const split = (text: string) => text.normalize('NFC').match(/\s+|[^\s]+/g) ?? [];
  return joinChanges(joinNeighbours(diffLists(split(before), split(after))));
}
