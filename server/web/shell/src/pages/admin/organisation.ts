// SPDX-License-Identifier: Apache-2.0
import { http, type Page } from '@congvu/sdk';
import type { TreeNode } from '@congvu/ui';
import { useQuery } from '@tanstack/vue-query';

export interface Unit {
  id: string;
  parentId: string | null;
  name: string;
  shortName: string;
  code: string;
  kind: 'agency' | 'division';
  status: string;
  abbreviation: string;
  organId: string;
  /** Địa danh on documents. */
  place: string;
  /** Cơ quan chủ quản, printed above the issuer's name. */
  superiorName: string;
  sortOrder: number;
  version: number;
}

export interface UnitPost {
  id: string;
  title: string;
  personId: string | null;
  personName: string;
  unitId: string;
  roles: string[];
  main: boolean;
  from: string;
  until: string | null;
}

export interface PersonPost {
  id: string;
  title: string;
  unitId: string;
  unitName: string;
  roles: string[];
  main: boolean;
}

export interface Person {
  id: string;
  name: string;
  initials: string;
  username: string;
  email: string;
  phone: string;
  status: 'active' | 'locked' | 'disabled';
  posts: PersonPost[];
  version: number;
}

export interface Role {
  id: string;
  name: { vi: string; en: string };
  permissions: string[];
  builtIn: boolean;
}

/** The tag of an entity whose version is known from a list. */
export const tagOf = (entity: { version: number }) => `"${entity.version}"`;

export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => http.get<Page<Unit>>('/units', { signal }),
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    queryFn: ({ signal }) => http.get<Page<Role>>('/roles', { signal }),
  });
}

/** Units as a tree in the order of their sort numbers; a unit whose parent is unknown becomes a root. */
export function unitTree(units: Unit[]): TreeNode[] {
  const known = new Set(units.map((unit) => unit.id));
  const sorted = [...units].sort((a, b) => a.sortOrder - b.sortOrder || a.name.localeCompare(b.name, 'vi'));
  const childrenOf = (parent: string | null): TreeNode[] =>
    sorted
      .filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === parent)
      .map((unit) => ({
        id: unit.id,
        label: unit.name,
        icon: unit.kind === 'agency' ? 'landmark' : 'users',
        children: childrenOf(unit.id),
      }));
  return childrenOf(null);
}

/** A password that can be read over the telephone; replaced by its owner at the first sign-in. */
export function temporaryPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const digits = '23456789';
  const numbers = crypto.getRandomValues(new Uint32Array(14));
  const pick = (alphabet: string, index: number) => alphabet[(numbers[index] ?? 0) % alphabet.length] ?? '';
  const word = (start: number) => [0, 1, 2, 3].map((offset) => pick(letters, start + offset)).join('');
  return `${word(0).replace(/^./, (first) => first.toUpperCase())}-${word(4)}-${pick(digits, 8)}${pick(digits, 9)}${word(10)}`;
}
