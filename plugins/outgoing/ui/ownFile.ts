// SPDX-License-Identifier: Apache-2.0
import { isProblem } from '@congvu/sdk';
import type { PdfRect } from '@congvu/ui/pdf';
import { romanNumber } from './fields';
import type { AppendixFile, FieldPlace, FormField, OwnFileFinding, OwnFileView } from './types';

/** Pure rules of drafters' own files and of appendices in files of their own. */

/** What is still asked for when the body is a file: the rest stands in the file itself. */
export function fieldsBesideFile(fields: FormField[]): FormField[] {
  return fields.filter((field) => field.key === 'subject' || field.key === 'signer');
}

/** The blanks of a printed line "ngày … tháng … năm …", or one place for the whole date. */
export const dayFields = ['NgayBanHanhNgay', 'NgayBanHanhThang', 'NgayBanHanhNam'];
export type DateMode = 'parts' | 'line';
export const dateModeOf = (places: FieldPlace[]): DateMode =>
  places.some((place) => place.field === 'NgayBanHanh') ? 'line' : 'parts';

/** The places in the order in which they are read; a printed year needs none. */
export function neededFields(mode: DateMode, printedYear: number): string[] {
  const parts = printedYear ? dayFields.slice(0, 2) : dayFields;
  return ['SoKyHieu', ...(mode === 'line' ? ['NgayBanHanh'] : parts), 'NguoiKy'];
}

const isText = (field: string) => field !== 'NguoiKy';
/** Where a field begins that was not found: number and date in the head of page 1, the signature at the foot of the last page. */
export function startPlace(field: string, pages: number): FieldPlace {
  const starts: Record<string, [number, number, number]> = {
    SoKyHieu: [110, 720, 45],
    NgayBanHanh: [300, 720, 220],
    NgayBanHanhNgay: [380, 720, 24],
    NgayBanHanhThang: [440, 720, 24],
    NgayBanHanhNam: [495, 720, 34],
    NguoiKy: [340, 160, 127],
  };
  const [x, y, width] = starts[field] ?? [100, 400, 100];
  return {
    field,
    page: isText(field) ? 1 : Math.max(1, pages),
    x,
    y,
    width,
    height: isText(field) ? 17 : 56,
    fontSize: 13,
  };
}

/** The places that are kept when the way of the date changes or something is missing. */
export function completed(places: FieldPlace[], mode: DateMode, view: OwnFileView): FieldPlace[] {
  return neededFields(mode, view.printedYear).map(
    (field) => places.find((place) => place.field === field) ?? startPlace(field, view.pages),
  );
}

export const rectOf = (place: FieldPlace): PdfRect => ({
  page: place.page,
  x1: place.x,
  y1: place.y,
  x2: place.x + place.width,
  y2: place.y + place.height,
});
export const placedAt = (place: FieldPlace, rect: PdfRect): FieldPlace => ({
  ...place,
  page: rect.page,
  x: rect.x1,
  y: rect.y1,
  width: rect.x2 - rect.x1,
  height: rect.y2 - rect.y1,
});

/** Findings that keep a draft from being sent on its way come first. */
const grave = ['number-place', 'date-place', 'signature-place', 'date-printed', 'font-not-embedded'];
export function sortedFindings(findings: OwnFileFinding[]): OwnFileFinding[] {
  return [...findings].sort((a, b) => Number(grave.includes(b.code)) - Number(grave.includes(a.code)));
}

/** A file that is refused says why: the server tells it of the field. */
export async function withReason<T>(upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } catch (refused) {
    const reason = isProblem(refused) ? refused.fieldMessage('/file') : '';
    throw reason ? new Error(reason) : refused;
  }
}

/** One appendix has no number, two and more have Roman ones (Decree 30/2020, App. I). */
export function appendixNumber(appendix: Pick<AppendixFile, 'position'>, count: number): string {
  return count > 1 ? romanNumber(appendix.position) : '';
}
/** The first letters of a fingerprint are enough to compare by eye. */
export const shortFingerprint = (sha256: string): string => sha256.slice(0, 16);
