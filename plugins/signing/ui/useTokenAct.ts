// SPDX-License-Identifier: Apache-2.0
import { http, isProblem } from '@congvu/sdk';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { AgentError, agentSign, refusalText } from './agent';
import type { ChosenPlace, DeskRequest, SigningResult } from './types';

interface DocumentToSign {
  id: string;
  requestId: string;
  title: string;
  attributes: string;
}
interface PreparedAct {
  fingerprint: string;
  algorithm: string;
  documents: DocumentToSign[];
  refused: SigningResult[];
}

export interface TokenAct {
  address: string;
  keyId: string;
  requests: DeskRequest[];
  places: ChosenPlace[];
}

export type TokenStep = 'idle' | 'preparing' | 'asking' | 'finishing';

/** As many as the server prepares or finishes in one call. */
const chunk = 50;
export const chunksOf = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunk) }, (_, index) =>
    items.slice(index * chunk, (index + 1) * chunk),
  );

const problemText = (failure: unknown): string => {
  if (isProblem(failure)) return failure.detail || failure.title;
  throw failure;
};

/**
 * One act of signing with a token: the server prepares, the agent asks and signs, the server finishes. What was signed stays signed when the
 * rest fails; every document has its result.
 */
export function useTokenAct() {
  const { locale } = useI18n();
  const step = ref<TokenStep>('idle');
  const done = ref(0);
  /** Why nothing was signed. */
  const refusal = ref('');
  const busy = computed(() => step.value !== 'idle');

  async function prepare(act: TokenAct, signal: AbortSignal): Promise<PreparedAct> {
    const all: PreparedAct = { fingerprint: '', algorithm: '', documents: [], refused: [] };
    for (const requests of chunksOf(act.requests)) {
      const requestIds = requests.map(({ id }) => id);
      const places = act.places.filter(({ requestId }) => requestIds.includes(requestId));
      const made = await http.post<PreparedAct>(
        '/signing/prepared',
        { requestIds, keyId: act.keyId, places },
        { signal },
      );
      all.fingerprint = made.fingerprint;
      all.algorithm = made.algorithm;
      all.documents.push(...made.documents);
      all.refused.push(...made.refused);
      done.value += requests.length;
    }
    return all;
  }

  /** Values in, results out. A call that fails leaves its documents unsigned or, when only its answer was lost, signed: the desk shows it. */
  async function finish(values: { document: DocumentToSign; signature: string }[]): Promise<SigningResult[]> {
    const results: SigningResult[] = [];
    for (const part of chunksOf(values)) {
      try {
        const body = { values: part.map(({ document, signature }) => ({ id: document.id, signature })) };
        const answer = await http.post<{ results: SigningResult[] }>('/signing/prepared/signatures', body);
        // A preparation that is too old is named by no request any more.
        results.push(
          ...answer.results.map((result, index) => ({
            ...result,
            requestId: part[index]?.document.requestId ?? result.requestId,
          })),
        );
      } catch (failure) {
        const text = problemText(failure);
        results.push(
          ...part.map(({ document }) => ({
            requestId: document.requestId,
            isSigned: false,
            code: 'unfinished',
            level: '',
            text,
          })),
        );
      }
      done.value += part.length;
    }
    return results;
  }

  async function signed(act: TokenAct, signal: AbortSignal): Promise<SigningResult[]> {
    step.value = 'preparing';
    const { fingerprint, algorithm, documents, refused } = await prepare(act, signal);
    if (!documents.length) return refused;
    step.value = 'asking';
    const given = await agentSign(act.address, { certificate: fingerprint, algorithm, documents }, signal);
    step.value = 'finishing';
    done.value = 0;
    const values: { document: DocumentToSign; signature: string }[] = [];
    const unsigned: SigningResult[] = [];
    documents.forEach((document, index) => {
      const one = given[index];
      if (one?.signature) values.push({ document, signature: one.signature });
      else
        unsigned.push({
          requestId: document.requestId,
          isSigned: false,
          code: 'agent',
          level: '',
          text: one?.error ? refusalText(one.error, locale.value) : '',
        });
    });
    return [...(await finish(values)), ...unsigned, ...refused];
  }

  /** The results in the order of the requests; null when nothing was signed, for the reason in `refusal`. */
  async function run(act: TokenAct, signal: AbortSignal): Promise<SigningResult[] | null> {
    if (busy.value) return null;
    refusal.value = '';
    done.value = 0;
    try {
      const results = await signed(act, signal);
      const place = new Map(act.requests.map(({ id }, index) => [id, index]));
      return results.sort((a, b) => (place.get(a.requestId) ?? 0) - (place.get(b.requestId) ?? 0));
    } catch (failure) {
      if (signal.aborted) return null;
      refusal.value =
        failure instanceof AgentError ? refusalText(failure.refusal, locale.value) : problemText(failure);
      return null;
    } finally {
      step.value = 'idle';
    }
  }

  return { step, done, refusal, busy, run };
}
