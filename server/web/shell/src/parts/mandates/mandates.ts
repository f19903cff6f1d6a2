// SPDX-License-Identifier: Apache-2.0
import type { MandateAct } from '@congvu/sdk';
import type { Tone } from '@congvu/ui';

/** Shapes of /api/v1/absences and /api/v1/mandates. */
export type Standing = 'planned' | 'in_force' | 'resting' | 'over' | 'revoked';

export interface Absence {
  id: string;
  postId: string;
  postTitle: string;
  personName: string;
  unitName: string;
  from: string;
  until: string;
  reason: string;
  enteredByName: string;
  standing: Standing;
}

export interface Mandate {
  id: string;
  giverPostId: string;
  giverTitle: string;
  giverName: string;
  substitutePostId: string;
  substituteTitle: string;
  substituteName: string;
  from: string;
  until: string;
  acts: MandateAct[];
  unitNames: string[];
  documentTypes: string[];
  signAs: 'kt' | 'tuq';
  basis: string;
  absenceId: string;
  givenByName: string;
  standing: Standing;
  revokedByName: string;
  revocationReason: string;
  mayRevoke: boolean;
}

export const standingTone: Record<Standing, Tone> = {
  planned: 'blue',
  in_force: 'green',
  resting: 'amber',
  over: 'gray',
  revoked: 'red',
};

export const isOpen = (standing: Standing) => standing !== 'over' && standing !== 'revoked';

/** Abbreviations of Decree 30/2020, Appendix III; "CV" stands for the official letter, which has none. */
export const documentTypes: [abbreviation: string, name: string][] = [
  ['CV', 'Công văn'],
  ['QĐ', 'Quyết định'],
  ['NQ', 'Nghị quyết'],
  ['CT', 'Chỉ thị'],
  ['QC', 'Quy chế'],
  ['QyĐ', 'Quy định'],
  ['TC', 'Thông cáo'],
  ['TB', 'Thông báo'],
  ['HD', 'Hướng dẫn'],
  ['CTr', 'Chương trình'],
  ['KH', 'Kế hoạch'],
  ['PA', 'Phương án'],
  ['ĐA', 'Đề án'],
  ['DA', 'Dự án'],
  ['BC', 'Báo cáo'],
  ['BB', 'Biên bản'],
  ['TTr', 'Tờ trình'],
  ['HĐ', 'Hợp đồng'],
  ['CĐ', 'Công điện'],
  ['BGN', 'Bản ghi nhớ'],
  ['BTT', 'Bản thoả thuận'],
  ['GUQ', 'Giấy uỷ quyền'],
  ['GM', 'Giấy mời'],
  ['GGT', 'Giấy giới thiệu'],
  ['GNP', 'Giấy nghỉ phép'],
  ['PG', 'Phiếu gửi'],
  ['PC', 'Phiếu chuyển'],
  ['PB', 'Phiếu báo'],
  ['SY', 'Bản sao y'],
  ['TrS', 'Bản trích sao'],
  ['SL', 'Bản sao lục'],
];
