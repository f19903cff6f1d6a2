// SPDX-License-Identifier: Apache-2.0
/** What a person has around entities: markers, what is followed, notes of the unit. */
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { http } from './http';

/** An entity of a plugin: `{ plugin: 'incoming', type: 'document', id }`. */
export interface EntityRef {
  plugin: string;
  type: string;
  id: string;
}

export type MarkerTone = 'gray' | 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'cyan';
export const markerTones: MarkerTone[] = ['red', 'amber', 'green', 'blue', 'violet', 'cyan', 'gray'];

export interface Marker {
  id: string;
  name: string;
  tone: MarkerTone;
}

export interface EntityMarks {
  isFollowed: boolean;
  /** False while acting for another. */
  mayFollow: boolean;
  /** False for what nothing may be written about. */
  takesNotes: boolean;
  notes: number;
  markerIds: string[];
}

export interface UnitNote {
  id: string;
  authorName: string;
  authorTitle: string;
  text: string;
  createdAt: string;
  editedAt: string | null;
  mine: boolean;
}

/** One line of the page of what one follows. */
export interface Followed {
  id: string;
  plugin: string;
  type: string;
  entityId: string;
  title: string;
  subtitle: string;
  link: string;
  followedAt: string;
  lastAt: string | null;
  lastStep: string;
  lastActor: string;
}

const pathOf = ({ plugin, type, id }: EntityRef) => [plugin, type, id].map(encodeURIComponent).join('/');
const keyOf = ({ plugin, type, id }: EntityRef) => [plugin, type, id];

/** The person's own markers and the acts on them. */
export function useMarkers() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['markers', 'own'],
    queryFn: ({ signal }) => http.get<{ items: Marker[] }>('/markers', { signal }),
  });
  const after = async <T>(act: Promise<T>): Promise<T> => {
    const answer = await act;
    await client.invalidateQueries({ queryKey: ['markers'] });
    return answer;
  };
  return {
    query,
    markers: computed(() => query.data.value?.items ?? []),
    create: (marker: Omit<Marker, 'id'>) => after(http.post<Marker>('/markers', marker)),
    change: ({ id, ...marker }: Marker) => after(http.put(`/markers/${id}`, marker)),
    remove: (id: string) => after(http.del(`/markers/${id}`)),
  };
}

/** The markers of the rows of a list: `markersOf(row.id)`. One request for all rows. */
export function useMarked(plugin: string, type: string) {
  const { markers } = useMarkers();
  const query = useQuery({
    queryKey: ['markers', 'marked', plugin, type],
    queryFn: ({ signal }) =>
      http.get<{ items: { markerId: string; entityId: string }[] }>('/marked', {
        query: { plugin, type },
        signal,
      }),
  });
  const byEntity = computed(() => {
    const known = new Map(markers.value.map((marker) => [marker.id, marker]));
    const all = new Map<string, Marker[]>();
    for (const { markerId, entityId } of query.data.value?.items ?? []) {
      const marker = known.get(markerId);
      if (marker) all.set(entityId, [...(all.get(entityId) ?? []), marker]);
    }
    return all;
  });
  return { markers, markersOf: (id: string): Marker[] => byEntity.value.get(id) ?? [] };
}

/** What the person follows and has marked of one entity. */
export function useEntityMarks(entity: MaybeRefOrGetter<EntityRef>) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: computed(() => ['entities', ...keyOf(toValue(entity))]),
    queryFn: ({ signal }) => http.get<EntityMarks>(`/entities/${pathOf(toValue(entity))}`, { signal }),
  });
  const after = async (act: Promise<unknown>, ...keys: string[]) => {
    await act;
    await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  return {
    query,
    marks: computed(() => query.data.value ?? null),
    follow: () => after(http.put(`/follows/${pathOf(toValue(entity))}`), 'entities', 'follows'),
    unfollow: () => after(http.del(`/follows/${pathOf(toValue(entity))}`), 'entities', 'follows'),
    mark: (markerIds: string[]) =>
      after(http.put(`/marked/${pathOf(toValue(entity))}`, { markerIds }), 'entities', 'markers'),
  };
}

/** Notes of the own unit upon one entity. */
export function useUnitNotes(entity: MaybeRefOrGetter<EntityRef>) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: computed(() => ['unit-notes', ...keyOf(toValue(entity))]),
    queryFn: ({ signal }) =>
      http.get<{ items: UnitNote[] }>(`/unit-notes/${pathOf(toValue(entity))}`, { signal }),
  });
  const after = async (act: Promise<unknown>) => {
    await act;
    await client.invalidateQueries({ queryKey: ['unit-notes'] });
  };
  return {
    query,
    notes: computed(() => query.data.value?.items ?? []),
    add: (text: string) => after(http.post(`/unit-notes/${pathOf(toValue(entity))}`, { text })),
    edit: (id: string, text: string) => after(http.put(`/unit-notes/${id}`, { text })),
    remove: (id: string) => after(http.del(`/unit-notes/${id}`)),
  };
}
