// SPDX-License-Identifier: Apache-2.0
import type { Agency } from '@congvu/sdk';
import type { Carriage, Recipient, RecipientOption, Standing } from './types';

/** Pure rules of choosing recipients. */

/** A recipient as the editor holds it. */
export interface ChosenRecipient {
  agencyId: string | null;
  contactId: string | null;
  name: string;
  organId: string;
  email: string;
  postalAddress: string;
  /** How it can be reached, the best first. */
  carriages: Carriage[];
  carriage: Carriage;
  copies: number;
  standing: Standing;
  validFrom: string | null;
  validUntil: string | null;
  successorId: string | null;
  successorName: string;
}

/** The same for two choices of one recipient: the agency where the exchange knows it, else the entry of the address book. */
export function recipientKey(one: Pick<ChosenRecipient, 'agencyId' | 'contactId'>): string {
  return one.agencyId ? `agency:${one.agencyId}` : `contact:${one.contactId}`;
}

function carriagesFor(isOnExchange: boolean, email: string): Carriage[] {
  return [
    ...(isOnExchange ? (['electronic'] as const) : []),
    ...(email ? (['email'] as const) : []),
    'paper' as const,
  ];
}

export function chosenOption(option: RecipientOption): ChosenRecipient {
  const kept = option.carriage && option.carriages.includes(option.carriage) ? option.carriage : null;
  return {
    agencyId: option.agencyId,
    contactId: option.contactId,
    name: option.name,
    organId: option.organId,
    email: option.email,
    postalAddress: option.postalAddress,
    carriages: option.carriages,
    carriage: kept ?? option.carriages[0] ?? 'paper',
    copies: option.copies,
    standing: option.standing,
    validFrom: option.validFrom,
    validUntil: option.validUntil,
    successorId: option.successorId,
    successorName: option.successorName,
  };
}

/** An agency on this server that no entry of the address book speaks of. */
export function chosenAgency(agency: Pick<Agency, 'id' | 'name' | 'organId'>): ChosenRecipient {
  return {
    agencyId: agency.id,
    contactId: null,
    name: agency.name,
    organId: agency.organId,
    email: '',
    postalAddress: '',
    carriages: ['electronic', 'paper'],
    carriage: 'electronic',
    copies: 1,
    standing: 'open',
    validFrom: null,
    validUntil: null,
    successorId: null,
    successorName: '',
  };
}

/** A recipient that was saved before. */
export function chosenRecipient(recipient: Recipient): ChosenRecipient {
  const isOnExchange = recipient.agencyId !== recipient.contactId;
  const base = chosenAgency({ id: recipient.agencyId, name: recipient.name, organId: recipient.organId });
  return {
    ...base,
    agencyId: isOnExchange ? recipient.agencyId : null,
    contactId: recipient.contactId,
    email: recipient.email,
    postalAddress: recipient.postalAddress,
    carriages: carriagesFor(isOnExchange, recipient.email),
    carriage: recipient.carriage,
    copies: recipient.copies,
  };
}

/** What the server is sent of a choice. */
export function sentRecipient(one: ChosenRecipient) {
  const who = one.agencyId ? { agencyId: one.agencyId } : { contactId: one.contactId };
  return { ...who, carriage: one.carriage, copies: one.carriage === 'paper' ? one.copies : 1 };
}

/** The list with more of them at its end, each once. */
export function withRecipients(chosen: ChosenRecipient[], more: ChosenRecipient[]): ChosenRecipient[] {
  const known = new Set(chosen.map(recipientKey));
  const added = more.filter((one) => {
    const isNew = !known.has(recipientKey(one));
    known.add(recipientKey(one));
    return isNew;
  });
  return [...chosen, ...added];
}

/** What the search offers: entries of the address book, then agencies of this server that it does not have. */
export function mergedOptions(book: RecipientOption[], agencies: Agency[]): ChosenRecipient[] {
  return withRecipients(book.map(chosenOption), agencies.map(chosenAgency));
}

const plain = (line: string) =>
  line
    .trim()
    .replace(/^[-–]\s*/, '')
    .replace(/[;.]$/, '')
    .trim()
    .toLocaleLowerCase('vi');

/**
 * The lines of "Nơi nhận" after recipients were chosen or given up: a new one is added unless a line or
 * an addressee names it already ("Như trên" stands for those), one that is gone takes its line along.
 * Lines that somebody wrote stay.
 */
export function followRecipients(
  lines: string[],
  addressees: string[],
  before: string[],
  after: string[],
): string[] {
  const gone = before.filter((name) => !after.includes(name)).map(plain);
  const kept = lines.filter((line) => !gone.includes(plain(line)));
  const named = [...kept, ...addressees].map(plain);
  const added = after.filter((name) => !before.includes(name) && !named.includes(plain(name)));
  return [...kept, ...added];
}
