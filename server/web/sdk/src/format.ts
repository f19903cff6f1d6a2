// SPDX-License-Identifier: Apache-2.0
/**
 * Dates travel as "YYYY-MM-DD", instants as RFC 3339. They are shown as dd/MM/yyyy and HH:mm in
 * Vietnamese time whatever the browser's own locale and zone are.
 */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

const instantParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function currentLocale(): string {
  return globalThis.document?.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
}

function partsOf(instant: string | number | Date): Record<string, string> | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  return Object.fromEntries(instantParts.formatToParts(date).map((part) => [part.type, part.value]));
}

/** "2026-11-23" or an instant → "23/11/2026"; "" for nothing or nonsense. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return '';
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (date) return `${date[3]}/${date[2]}/${date[1]}`;
  const parts = partsOf(value);
  return parts ? `${parts.day}/${parts.month}/${parts.year}` : '';
}

/** An instant → "08:12". */
export function formatTime(instant: string | null | undefined): string {
  const parts = instant ? partsOf(instant) : null;
  return parts ? `${parts.hour}:${parts.minute}` : '';
}

/** An instant → "08:12 21/11/2026". */
export function formatDateTime(instant: string | null | undefined): string {
  const parts = instant ? partsOf(instant) : null;
  return parts ? `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}` : '';
}

/** A date → "Thứ Hai, 23/11/2026" (or "Monday, 23/11/2026"). */
export function formatLongDate(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat(currentLocale(), { weekday: 'long', timeZone: 'UTC' }).format(noon);
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${formatDate(date)}`;
}

/** A month from 1 to 12 → "Tháng 1" (or "January"). */
export function formatMonth(month: number): string {
  const middle = new Date(Date.UTC(2026, month - 1, 15));
  const name = new Intl.DateTimeFormat(currentLocale(), { month: 'long', timeZone: 'UTC' }).format(middle);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** 1234567.8 → "1.234.567,8" (vi) or "1,234,567.8" (en). */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(currentLocale(), options).format(value);
}

/** 0.9822 → "98,2%". */
export function formatPercent(fraction: number, digits = 1): string {
  return formatNumber(fraction, { style: 'percent', maximumFractionDigits: digits });
}

/** A list's `total`, which the server caps at 1001: "312" or "1.000+". */
export function formatTotal(total: number | null | undefined): string {
  if (total === null || total === undefined) return '';
  return total > 1000 ? `${formatNumber(1000)}+` : formatNumber(total);
}

/** Bytes → "312 KB", "4,5 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${units[unit]}`;
}

/** An instant → "bây giờ", "5 phút trước", "hôm qua", then the date after a week. */
export function formatAgo(instant: string, now: Date = new Date()): string {
  const seconds = Math.round((new Date(instant).getTime() - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  const distance = Math.abs(seconds);
  if (Number.isNaN(seconds)) return '';
  if (distance < 60) return relative.format(0, 'second');
  if (distance < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (distance < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  if (distance < 7 * 86_400) return relative.format(Math.trunc(seconds / 86_400), 'day');
  return formatDate(instant);
}

/** Today in Vietnam as "YYYY-MM-DD". */
export function today(now: Date = new Date()): string {
  const parts = partsOf(now);
  return parts ? `${parts.year}-${parts.month}-${parts.day}` : '';
}

/** Calendar days, not working days: the server alone knows holidays. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
