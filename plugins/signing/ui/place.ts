// SPDX-License-Identifier: Apache-2.0
import type { PdfRect } from '@congvu/ui/pdf';
import type { DeskRequest, Outline, Place, SigningKey } from './types';

/** Millimetres of PDF points, one decimal in the language's form. */
export const millimetres = (points: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    (points * 25.4) / 72,
  );

export const toRect = (place: Place): PdfRect => ({
  page: place.page,
  x1: place.x,
  y1: place.y,
  x2: place.x + place.width,
  y2: place.y + place.height,
});

export const toPlace = (rect: PdfRect): Place => ({
  page: rect.page,
  x: rect.x1,
  y: rect.y1,
  width: rect.x2 - rect.x1,
  height: rect.y2 - rect.y1,
});

const pointsPerMillimetre = 72 / 25.4;
/** About where the mark of an attachment will stand: the top right of page 1 (Decree 30/2020, App. I). */
function markPlace(outline: Outline): Place {
  const page = outline.pages[0] ?? { width: 595, height: 842 };
  const [width, height] = [140, 25];
  return {
    page: 1,
    x: page.width - 15 * pointsPerMillimetre - width,
    y: page.height - 10 * pointsPerMillimetre - height,
    width,
    height,
  };
}

/** Where the signature stands unless the signer moves it: the reserved field, else the place asked for, else the foot of the last page. */
export function usualPlace(request: DeskRequest, outline: Outline): Place {
  if (request.attachmentOf) return markPlace(outline);
  const reserved = outline.fields.find((field) => field.name === request.fieldName);
  if (reserved) return reserved.place;
  if (request.place) return request.place;
  const last = outline.pages.length;
  return {
    page: Math.max(last, 1),
    x: (outline.pages[last - 1]?.width ?? 595) / 2,
    y: 90,
    width: 128,
    height: 57,
  };
}

/** Keys that fit a request, usable ones first. */
export const keysFor = (keys: SigningKey[], request: Pick<DeskRequest, 'signer'> | undefined): SigningKey[] =>
  keys
    .filter((key) => !request || key.owner === request.signer)
    .sort((a, b) => Number(b.usable === 'yes') - Number(a.usable === 'yes'));
