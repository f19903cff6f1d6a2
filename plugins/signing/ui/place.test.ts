// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { keysFor, millimetres, toPlace, toRect, usualPlace } from './place';
import type { DeskRequest, Outline, SigningKey } from './types';

const request = { fieldName: 'NguoiKy', place: null, signer: 'person' } as DeskRequest;
const outline: Outline = {
  pages: [{ width: 595, height: 842 }],
  fields: [
    {
      name: 'NguoiKy',
      kind: 'signature',
      isFilled: false,
      place: { page: 1, x: 340, y: 200, width: 128, height: 57 },
    },
  ],
};

describe('the place of a signature', () => {
  it('is the reserved field when the form has one', () => {
    expect(usualPlace(request, outline).x).toBe(340);
  });
  it('is what the submitter asked for when there is no such field', () => {
    const place = { page: 2, x: 1, y: 2, width: 3, height: 4 };
    expect(usualPlace({ ...request, place }, { ...outline, fields: [] })).toEqual(place);
  });
  it('is the foot of the last page when nobody said anything', () => {
    const pages = [outline.pages[0], outline.pages[0]] as Outline['pages'];
    expect(usualPlace(request, { pages, fields: [] }).page).toBe(2);
  });
  it('is the top right of page 1 for the mark of an attachment, whatever else was asked for', () => {
    const place = usualPlace({ ...request, attachmentOf: '15/QĐ-UBND' }, outline);
    expect(place.page).toBe(1);
    expect(place.x + place.width).toBeCloseTo(595 - 42.52, 1);
    expect(place.y + place.height).toBeGreaterThan(800);
  });
  it('survives the way to a rectangle and back', () => {
    const place = { page: 1, x: 10, y: 20, width: 30, height: 40 };
    expect(toPlace(toRect(place))).toEqual(place);
  });
  it('is told in millimetres', () => {
    expect(millimetres(72, 'vi')).toBe('25,4');
  });
});

describe('keys for a request', () => {
  it('are of the right kind, usable ones first', () => {
    const key = (id: string, owner: string, usable: string) => ({ id, owner, usable }) as SigningKey;
    const found = keysFor(
      [key('a', 'person', 'expired'), key('b', 'agency', 'yes'), key('c', 'person', 'yes')],
      request,
    );
    expect(found.map((one) => one.id)).toEqual(['c', 'a']);
  });
});
