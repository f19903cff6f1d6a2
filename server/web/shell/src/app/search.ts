// SPDX-License-Identifier: Apache-2.0
/** One result of GET /search. */
export interface SearchHit {
  plugin: string;
  type: string;
  id: string;
  title: string;
  subtitle: string;
  snippet: string;
  date: string | null;
  link: string;
}
