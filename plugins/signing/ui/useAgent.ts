// SPDX-License-Identifier: Apache-2.0
import { http } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { type AgentCertificate, AgentError, agentCertificates } from './agent';

/** "off": this system uses no agents; "empty": the agent runs and sees no certificate. */
export type AgentState = 'off' | 'looking' | 'absent' | 'failed' | 'empty' | 'ready';

/** A phone or a tablet: USB tokens and the agent are for computers. */
export const isHandheld = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** The agent of this computer and the certificates it sees. It is looked for only while it is wanted. */
export function useAgent(isWanted: () => boolean) {
  const settings = useQuery({
    queryKey: ['signing', 'agent'],
    queryFn: ({ signal }) => http.get<{ address: string }>('/signing/agent', { signal }),
    enabled: computed(isWanted),
  });
  const address = computed(() => settings.data.value?.address ?? '');
  const found = useQuery<AgentCertificate[], Error>({
    queryKey: computed(() => ['signing-agent', address.value]),
    queryFn: ({ signal }) => agentCertificates(address.value, signal),
    enabled: computed(() => isWanted() && address.value !== ''),
    retry: false,
    staleTime: 0,
    gcTime: 0,
    // Whoever starts the agent or plugs the token in comes back to this page.
    refetchOnWindowFocus: true,
  });
  const certificates = computed(() => (found.error.value ? [] : (found.data.value ?? [])));
  const state = computed<AgentState>(() => {
    if (settings.data.value && address.value === '') return 'off';
    const failure = found.error.value;
    if (failure) return failure instanceof AgentError && failure.code !== 'absent' ? 'failed' : 'absent';
    if (!found.data.value) return 'looking';
    return certificates.value.length ? 'ready' : 'empty';
  });
  const refusal = computed(() => {
    const failure = found.error.value;
    return failure instanceof AgentError ? failure.refusal : undefined;
  });
  const look = () => found.refetch();

  return { address, certificates, state, refusal, isLooking: found.isFetching, look };
}

export type Agent = ReturnType<typeof useAgent>;
