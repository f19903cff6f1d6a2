// SPDX-License-Identifier: Apache-2.0
import { http, isProblem, today, useAct } from '@congvu/sdk';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { type ComputedRef, computed, onBeforeUnmount, ref, watch } from 'vue';
import { rememberedLeader, rememberLeader } from './memory';
import {
  emptyFacts,
  emptyRegistration,
  type FactKey,
  factsFromReading,
  preferredLeader,
  registrationOf,
  toRequest,
  withNewReading,
} from './registration';
import type { Duplicate, IncomingDocument, Items, LeaderChoice, ProposalDetail, Registration } from './types';

/**
 * One proposal being registered: its form, the live duplicate warning, the draft that is kept on the server while one types, and the act of
 * registering. The form is filled once per proposal; what recognition finds later goes only where nothing was typed.
 */
export function useIntake(id: ComputedRef<string | null>, leaders: ComputedRef<LeaderChoice[]>) {
  const client = useQueryClient();
  const doing = useAct();
  const form = ref<Registration>(emptyRegistration());
  const filledFor = ref<string | null>(null);
  const etags = new Map<string, string>();
  const wait = 700;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let pristine = '';
  // What the machine has put into the form, by which typed values are told.
  let filled = emptyFacts();
  let lastReading = '';
  /** Fields that the clerk has gone on from with Enter. */
  const checked = ref<Set<FactKey>>(new Set());
  /** Counts how often recognition has put something into an untouched form. */
  const refills = ref(0);

  const detail = useQuery({
    queryKey: computed(() => ['incoming', 'documents', id.value, 'proposal']),
    queryFn: ({ signal }) => http.getTagged<ProposalDetail>(`/incoming/proposals/${id.value}`, { signal }),
    enabled: computed(() => id.value !== null),
  });
  const proposal = computed(() => (id.value ? (detail.data.value?.data.proposal ?? null) : null));

  function fill() {
    const loaded = proposal.value;
    if (!loaded || loaded.id !== id.value) return;
    if (filledFor.value === loaded.id) {
      refill();
      return;
    }
    filled = factsFromReading(loaded.reading, today());
    lastReading = JSON.stringify(loaded.reading);
    checked.value = new Set();
    form.value = registrationOf(loaded, today());
    form.value.submitToPostId ??= preferredLeader(leaders.value, rememberedLeader());
    pristine = JSON.stringify(form.value);
    filledFor.value = loaded.id;
    etags.set(loaded.id, detail.data.value?.etag ?? '');
    doing.problem.value = null;
  }
  /** Recognition has gone on while the form is open. */
  function refill() {
    const reading = proposal.value?.reading ?? null;
    if (JSON.stringify(reading) === lastReading) return;
    lastReading = JSON.stringify(reading);
    const isUntouched = JSON.stringify(form.value) === pristine;
    form.value.facts = withNewReading(form.value.facts, filled, reading, checked.value, today());
    filled = factsFromReading(reading, today());
    if (!isUntouched) return;
    pristine = JSON.stringify(form.value);
    if (checked.value.size === 0) refills.value += 1;
  }
  watch([proposal, leaders], fill, { immediate: true });
  watch(leaders, (all) => {
    if (filledFor.value && !form.value.submitToPostId)
      form.value.submitToPostId = preferredLeader(all, rememberedLeader());
  });

  const reference = computed(() => ({
    symbol: form.value.facts.symbol.trim(),
    issuer: form.value.facts.issuerName.trim(),
    documentDate: form.value.facts.documentDate ?? undefined,
    sha256: proposal.value?.sha256,
  }));
  const settledReference = ref(reference.value);
  let settling: ReturnType<typeof setTimeout> | undefined;
  watch(reference, (value) => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      settledReference.value = value;
    }, 400);
  });
  const duplicates = useQuery({
    queryKey: computed(() => ['incoming', 'list', 'duplicates', settledReference.value]),
    queryFn: ({ signal }) =>
      http.get<Items<Duplicate>>('/incoming/duplicates', { query: settledReference.value, signal }),
    enabled: computed(() => id.value !== null && Boolean(settledReference.value.sha256)),
  });

  async function saveDraft(ofId: string, draft: string) {
    const body = { draft: JSON.parse(draft) as Registration };
    try {
      const saved = await http.patch<ProposalDetail>(`/incoming/proposals/${ofId}`, body, {
        ifMatch: etags.get(ofId),
      });
      etags.set(ofId, `"${saved.proposal.version}"`);
    } catch (refused) {
      // Somebody else keeps a draft of the same file: the typed text stays here, and registering decides.
      if (!isProblem(refused)) throw refused;
    }
  }
  let pending: (() => void) | null = null;
  function flushDraft() {
    clearTimeout(saving);
    pending?.();
    pending = null;
  }
  watch(
    form,
    () => {
      const ofId = filledFor.value;
      const draft = JSON.stringify(form.value);
      if (!ofId || draft === pristine) return;
      clearTimeout(saving);
      pending = () => {
        pristine = draft;
        void saveDraft(ofId, draft);
      };
      saving = setTimeout(flushDraft, wait);
    },
    { deep: true },
  );
  watch(id, flushDraft, { flush: 'sync' });
  onBeforeUnmount(() => {
    flushDraft();
    clearTimeout(settling);
  });

  async function register(): Promise<IncomingDocument | null> {
    const ofId = filledFor.value;
    if (!ofId) return null;
    clearTimeout(saving);
    pending = null;
    const document = await doing.attempt(() =>
      http.post<IncomingDocument>(`/incoming/proposals/${ofId}/registration`, toRequest(form.value)),
    );
    if (document) {
      if (form.value.submitToPostId) rememberLeader(form.value.submitToPostId);
      filledFor.value = null;
      void client.invalidateQueries({ queryKey: ['incoming', 'list'] });
    } else if (isProblem(doing.problem.value, 'incoming.duplicate')) {
      void duplicates.refetch();
    }
    return document;
  }

  return {
    form,
    proposal,
    detail,
    doing,
    register,
    duplicates: computed(() => duplicates.data.value?.items ?? detail.data.value?.data.duplicates ?? []),
    checked,
    refills,
    isFilled: computed(() => filledFor.value !== null && filledFor.value === id.value),
  };
}
