// SPDX-License-Identifier: Apache-2.0
/** Shapes of registers, transfers, bulk acts and sources, as the server writes them. */
import { apiUrl } from '@congvu/sdk';

export interface RegisterBook {
  code: string;
  version: number;
  name: string;
  typeIds: string[];
  isSecret: boolean;
  isActive: boolean;
}
export interface Reservation {
  id: string;
  registerCode: string;
  year: number;
  number: number;
  state: 'reserved' | 'used' | 'voided';
  reason: string;
  personName: string;
  reservedAt: string;
  documentId: string | null;
  endReason: string;
}
export type Secrecy = 'none' | 'secret' | 'highly_secret' | 'top_secret';

/** Where in the books a document goes. */
export interface RegisterEntry {
  registerCode: string;
  arrivedOn: string | null;
  backDateReason: string;
  reservationId: string | null;
  secrecy: Secrecy;
}
export const commonRegister = 'chung';
export const secretSubject = 'Văn bản mật';
export const emptyEntry = (): RegisterEntry => ({
  registerCode: commonRegister,
  arrivedOn: null,
  backDateReason: '',
  reservationId: null,
  secrecy: 'none',
});
/** The register that is proposed for a type: the first in use that names it, else the common one. */
export function registerFor(typeId: string, books: RegisterBook[]): string {
  return books.find((book) => book.isActive && book.typeIds.includes(typeId))?.code ?? commonRegister;
}
/** What is told of the entry beside its register: "late", "reserved" – nothing for an ordinary one. */
export function entryMarks(entry: RegisterEntry, today: string): ('late' | 'reserved')[] {
  const marks: ('late' | 'reserved')[] = [];
  if (entry.arrivedOn !== null && entry.arrivedOn < today) marks.push('late');
  if (entry.reservationId !== null) marks.push('reserved');
  return marks;
}

export interface Transfer {
  id: string;
  kind: 'handle' | 'inform';
  state: 'open' | 'done' | 'returned' | 'recalled' | 'forwarded' | 'ended';
  fromName: string;
  fromTitle: string;
  toName: string;
  note: string;
  dueOn: string | null;
  sentAt: string;
  endedAt: string | null;
  endNote: string;
}
export interface Receipt {
  personName: string;
  postTitle: string;
  readAt: string;
}
export type TransferAct = 'recall' | 'return' | 'forward' | 'complete';
export interface TransferView {
  transfer: Transfer;
  hasReceipts: boolean;
  receipts: Receipt[];
  acts: TransferAct[];
}

export interface LeaderProposal {
  postId: string;
  name: string;
  title: string;
  basis: '' | 'issuer-and-field' | 'issuer';
  issuerName: string;
  field: string;
  times: number;
  of: number;
}

/** So many documents the server takes in one bulk act. */
export const mostAtOnce = 200;
export type BulkAct = 'submit' | 'transfer' | 'inform' | 'close' | 'read';
export interface BulkResult {
  id: string;
  isDone: boolean;
  code: string;
  detail: string;
}

export interface SenderCategory {
  id: string;
  name: string;
}
export interface Sender {
  id: string;
  name: string;
  categoryId: string;
  used: number;
}
export interface SourceReport {
  from: string;
  to: string;
  documents: number;
  groups: {
    categoryId: string;
    name: string;
    documents: number;
    issuers: { issuerName: string; documents: number }[];
  }[];
}

/** The list that a figure of the report counts. */
export function sourceLink(report: SourceReport, narrow: { category?: string; issuer?: string }) {
  const query: Record<string, string> = { kept: '1', arrivedFrom: report.from, arrivedTo: report.to };
  if (narrow.issuer !== undefined) query.issuer = narrow.issuer;
  if (narrow.category !== undefined) query.category = narrow.category || '-';
  return { path: '/incoming', query };
}

/** An id for a new group of senders: "Doanh nghiệp" → "doanh-nghiep", with a number while it is taken. */
export function categoryId(name: string, taken: string[]): string {
  const plain = name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24);
  const base = plain || 'khoi';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The browser saves what the address gives. */
export function download(path: string, query: Record<string, string> = {}) {
  const link = document.createElement('a');
  link.href = apiUrl(path, query);
  link.download = '';
  link.click();
}
