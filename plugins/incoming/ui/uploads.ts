// SPDX-License-Identifier: Apache-2.0
import { http, isProblem } from '@congvu/sdk';
import { computed, reactive } from 'vue';
import type { Items, Proposal } from './types';

export interface Upload {
  id: number;
  name: string;
  /** 0…1 */
  progress: number;
  state: 'waiting' | 'sending' | 'failed';
  message: string;
}

type Send = (file: File, onProgress: (fraction: number) => void) => Promise<Proposal[]>;

const send: Send = async (file, onProgress) =>
  (await http.upload<Items<Proposal>>('/incoming/proposals', file, { onProgress })).items;

/**
 * Uploads dropped files, two at a time, each as its own request, so that one bad file stops no other.
 * Finished ones leave the list (they are rows of the server's queue then); failed ones stay with the reason.
 */
export function useUploads(onDone: (proposals: Proposal[]) => void, sendFile: Send = send) {
  const atOnce = 2;
  const uploads = reactive<Upload[]>([]);
  const files = new Map<number, File>();
  let lastId = 0;

  function remove(id: number) {
    files.delete(id);
    const at = uploads.findIndex((one) => one.id === id);
    if (at >= 0) uploads.splice(at, 1);
  }
  async function start(upload: Upload) {
    const file = files.get(upload.id);
    if (!file) return;
    upload.state = 'sending';
    try {
      const proposals = await sendFile(file, (fraction) => {
        upload.progress = fraction;
      });
      remove(upload.id);
      onDone(proposals);
    } catch (error) {
      upload.state = 'failed';
      upload.message = isProblem(error) ? error.detail || error.title : '';
    }
    fill();
  }
  function fill() {
    const sending = uploads.filter((one) => one.state === 'sending').length;
    for (const upload of uploads.filter((one) => one.state === 'waiting').slice(0, atOnce - sending))
      void start(upload);
  }
  function add(chosen: Iterable<File>) {
    for (const file of chosen) {
      lastId += 1;
      files.set(lastId, file);
      uploads.push({ id: lastId, name: file.name, progress: 0, state: 'waiting', message: '' });
    }
    fill();
  }
  function retry(id: number) {
    const upload = uploads.find((one) => one.id === id);
    if (!upload) return;
    Object.assign(upload, { state: 'waiting', progress: 0, message: '' });
    fill();
  }
  return {
    uploads,
    add,
    retry,
    remove,
    isBusy: computed(() => uploads.some((one) => one.state !== 'failed')),
  };
}
