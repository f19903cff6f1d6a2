// SPDX-License-Identifier: Apache-2.0
// The demonstration province. Everybody and everything in it is made up: "Mẫu", "Thử" and "Ví Dụ" mean sample, trial and example.

export const provinceName = 'Ủy ban nhân dân tỉnh Sông Mẫu';

/** People of one agency; `key` tells whose signing key is made. Usernames are <role>.<agency>. */
const staff = (agency, names, chairTitle, isProvince) => [
  { role: 'chutich', name: names[0], title: chairTitle, unit: agency, roles: ['chair'], key: 'person' },
  { role: 'phochutich', name: names[1], title: `Phó ${chairTitle}`, unit: agency, roles: ['chair'], key: 'person' },
  { role: 'chanhvanphong', name: names[2], title: 'Chánh Văn phòng', unit: `vp-${agency}`, roles: ['office-head'] },
  { role: 'vanthu', name: names[3], title: 'Văn thư', unit: `vp-${agency}`, roles: ['clerk'], key: 'agency' },
  { role: 'truongphong', name: names[4], title: isProvince ? 'Trưởng phòng Tổng hợp' : 'Trưởng phòng Kinh tế', unit: `kt-${agency}`, roles: ['head'] },
  { role: 'chuyenvien', name: names[5], title: 'Chuyên viên', unit: `kt-${agency}`, roles: ['handler'] },
  { role: 'truongphongvhxh', name: names[6], title: isProvince ? 'Trưởng phòng Nội chính' : 'Trưởng phòng Văn hóa - Xã hội', unit: `vh-${agency}`, roles: ['head'] },
  { role: 'chuyenvienvhxh', name: names[7], title: 'Chuyên viên', unit: `vh-${agency}`, roles: ['handler'] },
];

const divisions = (agency, isProvince) => [
  { key: `vp-${agency}`, parent: agency, kind: 'division', name: isProvince ? 'Văn phòng Ủy ban nhân dân tỉnh' : 'Văn phòng HĐND và UBND', shortName: 'Văn phòng', abbreviation: 'VP', code: 'VP' },
  { key: `kt-${agency}`, parent: agency, kind: 'division', name: isProvince ? 'Phòng Tổng hợp' : 'Phòng Kinh tế', shortName: isProvince ? 'Phòng Tổng hợp' : 'Phòng Kinh tế', abbreviation: isProvince ? 'TH' : 'KT', code: isProvince ? 'TH' : 'KT' },
  { key: `vh-${agency}`, parent: agency, kind: 'division', name: isProvince ? 'Phòng Nội chính' : 'Phòng Văn hóa - Xã hội', shortName: isProvince ? 'Phòng Nội chính' : 'Phòng VHXH', abbreviation: isProvince ? 'NC' : 'VHXH', code: isProvince ? 'NC' : 'VHXH' },
];

export const agencies = [
  { key: 'tinh', name: provinceName, shortName: 'UBND tỉnh Sông Mẫu', abbreviation: 'UBND', organId: 'H99', place: 'Sông Mẫu', code: 'TINH', parent: null },
  { key: 'suoimau', name: 'Ủy ban nhân dân xã Suối Mẫu', shortName: 'UBND xã Suối Mẫu', abbreviation: 'UBND', organId: 'H99.01', place: 'Suối Mẫu', code: 'SUOIMAU', parent: 'tinh' },
  { key: 'doithu', name: 'Ủy ban nhân dân xã Đồi Thử', shortName: 'UBND xã Đồi Thử', abbreviation: 'UBND', organId: 'H99.02', place: 'Đồi Thử', code: 'DOITHU', parent: 'tinh' },
];

export const units = agencies.flatMap((agency) => divisions(agency.key, agency.key === 'tinh'));

const names = {
  tinh: ['Nguyễn Văn Mẫu', 'Trần Thị Ví Dụ', 'Lê Minh Thử', 'Phạm Thị Bản Mẫu', 'Hoàng Văn Thí Điểm', 'Vũ Thị Giả Định', 'Đặng Văn Minh Họa', 'Bùi Thị Tượng Trưng'],
  suoimau: ['Nguyễn Thị Mẫu', 'Trần Văn Ví Dụ', 'Lê Thị Thử', 'Phạm Văn Bản Mẫu', 'Hoàng Thị Thí Điểm', 'Vũ Văn Giả Định', 'Đặng Thị Minh Họa', 'Bùi Văn Tượng Trưng'],
  doithu: ['Đỗ Văn Mẫu', 'Hồ Thị Ví Dụ', 'Ngô Minh Thử', 'Dương Thị Bản Mẫu', 'Lý Văn Thí Điểm', 'Mai Thị Giả Định', 'Tạ Văn Minh Họa', 'Đinh Thị Tượng Trưng'],
};

export const people = agencies.flatMap((agency) =>
  staff(agency.key, names[agency.key], 'Chủ tịch', agency.key === 'tinh').map((person) => ({
    ...person,
    agency: agency.key,
    username: `${person.role}.${agency.key}`,
  })),
);

/** Directives of the province, signed and issued to the communes at the first start. */
export const directives = [
  {
    form: 'cong-van',
    urgency: 'urgent',
    dueInDays: 12,
    subject: 'rà soát thủ tục hành chính quý IV năm 2026',
    body: 'Thực hiện chương trình công tác năm 2026, Ủy ban nhân dân tỉnh yêu cầu Ủy ban nhân dân các xã thực hiện các nội dung sau:\n1. Rà soát toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã, đề xuất phương án đơn giản hóa.\n2. Thống kê số hồ sơ giải quyết trước hạn, đúng hạn và quá hạn trong quý.\n3. Gửi báo cáo kết quả về Ủy ban nhân dân tỉnh đúng thời hạn nêu trên.\nYêu cầu Chủ tịch Ủy ban nhân dân các xã triển khai thực hiện nghiêm túc.',
  },
  {
    form: 'ke-hoach',
    urgency: 'normal',
    dueInDays: 25,
    subject: 'Chuyển đổi số trong hoạt động của cơ quan nhà nước năm 2027',
    body: '# I. MỤC ĐÍCH, YÊU CẦU\n1. Đưa toàn bộ hoạt động gửi, nhận và xử lý văn bản lên môi trường mạng.\n2. Nâng cao chất lượng phục vụ người dân và doanh nghiệp.\n# II. NỘI DUNG\n1. Bảo đảm 100% văn bản được ký số và gửi, nhận điện tử.\n2. Tập huấn kỹ năng số cho cán bộ, công chức cấp xã.\n# III. TỔ CHỨC THỰC HIỆN\nỦy ban nhân dân các xã xây dựng kế hoạch cụ thể và báo cáo kết quả thực hiện.',
  },
  {
    form: 'thong-bao',
    urgency: 'normal',
    dueInDays: null,
    subject: 'Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp giao ban tháng',
    body: 'Tại cuộc họp giao ban tháng, sau khi nghe ý kiến của các đại biểu, Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n1. Đánh giá cao kết quả thực hiện nhiệm vụ của các cơ quan, đơn vị trong tháng.\n2. Yêu cầu các xã tập trung hoàn thành các chỉ tiêu kế hoạch năm.\nVăn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện.',
  },
];

/** Drafts of the commune Suối Mẫu: two wait for the chair's signature, one for the head of division, one is still with its drafter. */
export const communeDrafts = [
  {
    form: 'cong-van',
    step: 'sign',
    urgency: 'urgent',
    subject: 'đề nghị hỗ trợ kinh phí sửa chữa Trung tâm Phục vụ hành chính công',
    body: 'Trung tâm Phục vụ hành chính công của xã được đưa vào sử dụng đã lâu, một số hạng mục xuống cấp, ảnh hưởng đến việc tiếp đón người dân.\nỦy ban nhân dân xã đề nghị Ủy ban nhân dân tỉnh xem xét hỗ trợ kinh phí sửa chữa trong năm 2027.\nỦy ban nhân dân xã trân trọng báo cáo, đề nghị Ủy ban nhân dân tỉnh quan tâm giải quyết.',
  },
  {
    form: 'bao-cao',
    step: 'sign',
    urgency: 'normal',
    subject: 'Kết quả thực hiện nhiệm vụ chuyển đổi số tháng 11 năm 2026',
    body: 'Ủy ban nhân dân xã báo cáo kết quả thực hiện nhiệm vụ chuyển đổi số tháng 11 như sau:\n1. Toàn bộ văn bản đi được ký số và gửi, nhận điện tử.\n2. Đã tổ chức một lớp tập huấn kỹ năng số cho cán bộ, công chức.\n3. Kiến nghị: đề nghị tỉnh tiếp tục hỗ trợ đường truyền cho các thôn ở xa.',
  },
  {
    form: 'ke-hoach',
    step: 'review',
    urgency: 'normal',
    subject: 'Kiểm tra công tác văn thư, lưu trữ năm 2027',
    body: '# I. MỤC ĐÍCH\n1. Đánh giá việc chấp hành quy định về công tác văn thư, lưu trữ.\n# II. NỘI DUNG\n1. Kiểm tra việc đăng ký văn bản đến, văn bản đi.\n2. Kiểm tra việc lập hồ sơ công việc.\n# III. TỔ CHỨC THỰC HIỆN\nVăn phòng HĐND và UBND chủ trì, phối hợp với các phòng thực hiện.',
  },
  {
    form: 'quyet-dinh',
    step: 'draft',
    urgency: 'normal',
    subject: 'Thành lập Tổ công nghệ số cộng đồng xã Suối Mẫu',
    body: 'Điều 1. Thành lập Tổ công nghệ số cộng đồng xã Suối Mẫu.\nĐiều 2. Tổ có nhiệm vụ hướng dẫn người dân sử dụng dịch vụ công trực tuyến.\nĐiều 3. Chánh Văn phòng, các Trưởng phòng chịu trách nhiệm thi hành Quyết định này.',
  },
];
