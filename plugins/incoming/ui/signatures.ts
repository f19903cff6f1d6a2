// SPDX-License-Identifier: Apache-2.0
/** The parts of a verification report that a document's page shows. */
import type { Locale } from '@congvu/sdk';
import type { Verdict } from './types';

export interface SignatureLine {
  signer: string;
  organization: string;
  signedAt: string | null;
  verdict: Verdict;
  findings: string[];
}

interface ReportFinding {
  severity?: string;
  vi?: string;
  en?: string;
}
interface ReportSignature {
  signer?: string;
  organization?: string;
  signedAt?: string | null;
  indication?: string;
  integrity?: string;
  findings?: ReportFinding[];
}

function verdictOf(signature: ReportSignature): Verdict {
  if (signature.integrity !== undefined && signature.integrity !== 'intact') return 'invalid';
  if (signature.indication === 'TOTAL-PASSED') return 'valid';
  return signature.indication === 'INDETERMINATE' ? 'indeterminate' : 'invalid';
}

function textsOf(findings: ReportFinding[] | undefined, locale: Locale): string[] {
  return (findings ?? [])
    .filter((finding) => finding.severity !== 'information')
    .map((finding) => finding[locale] ?? finding.vi ?? '')
    .filter((text) => text !== '');
}

/** One line a signature, in the order of signing; nothing from a report that is not one. */
export function signatureLines(report: unknown, locale: Locale): SignatureLine[] {
  const signatures = (report as { signatures?: unknown } | null)?.signatures;
  if (!Array.isArray(signatures)) return [];
  return (signatures as ReportSignature[]).map((signature) => ({
    signer: signature.signer ?? '',
    organization: signature.organization ?? '',
    signedAt: signature.signedAt ?? null,
    verdict: verdictOf(signature),
    findings: textsOf(signature.findings, locale),
  }));
}

/** What was noticed about the file as a whole. */
export function fileFindings(report: unknown, locale: Locale): string[] {
  return textsOf((report as { findings?: ReportFinding[] } | null)?.findings, locale);
}
