// SPDX-License-Identifier: Apache-2.0
// Varied Vietnamese subjects, issuers and notations out of word lists; the same seed gives the same texts.

const split = (text) => text.split('|');
const acts = split('phê duyệt|ban hành|sửa đổi, bổ sung|triển khai thực hiện|đôn đốc|rà soát|tổng hợp|thẩm định|điều chỉnh|kiểm tra|giám sát|xử lý|báo cáo kết quả|góp ý dự thảo|phối hợp thực hiện|đề nghị bố trí|tăng cường|chấn chỉnh|xin ý kiến|giao nhiệm vụ|bãi bỏ|công nhận|bổ nhiệm|điều động|khen thưởng|thu hồi|gia hạn|nghiệm thu|quyết toán|đấu thầu');
const matters = split('kế hoạch phát triển kinh tế - xã hội|dự án đầu tư xây dựng|quy hoạch sử dụng đất|chương trình mục tiêu quốc gia xây dựng nông thôn mới|công tác cải cách hành chính|chuyển đổi số|an toàn giao thông|phòng cháy, chữa cháy|phòng chống thiên tai và tìm kiếm cứu nạn|vệ sinh an toàn thực phẩm|bảo hiểm y tế|giáo dục mầm non|tuyển dụng viên chức|thi đua khen thưởng|dự toán ngân sách nhà nước|giải phóng mặt bằng|đường ven biển|hệ thống thông tin quản lý văn bản và điều hành|chữ ký số chuyên dùng|cơ sở dữ liệu quốc gia về dân cư|đề án 06|tiết kiệm, chống lãng phí|phòng, chống tham nhũng|giải quyết khiếu nại, tố cáo|cấp giấy chứng nhận quyền sử dụng đất|khu công nghiệp|cụm công nghiệp|nhà ở xã hội|trường trung học phổ thông|trạm y tế xã|hồ chứa nước|đê điều|rừng phòng hộ|dịch bệnh gia súc, gia cầm|lễ hội truyền thống|di tích lịch sử|xuất khẩu lao động|người có công với cách mạng|trẻ em có hoàn cảnh đặc biệt khó khăn|hộ nghèo, hộ cận nghèo|đơn vị sự nghiệp công lập|vị trí việc làm|biên chế công chức|tài sản công|xe ô tô công|đấu giá quyền khai thác khoáng sản|cát, sỏi lòng sông|nước sạch nông thôn|thủy lợi|điện lực');
const places = split('Suối Mẫu|Đồi Thử|Bản Giả|Đồng Ví Dụ|Thác Minh Họa|Đầm Thí Điểm|Núi Tượng Trưng|Gò Giả Định|Đảo Thử Nghiệm|Bãi Mẫu|Rạch Ví Dụ|Hồ Bản Mẫu');
const offices = split('Sở Nội vụ|Sở Tài chính|Sở Xây dựng|Sở Nông nghiệp và Môi trường|Sở Giáo dục và Đào tạo|Sở Y tế|Sở Khoa học và Công nghệ|Sở Công Thương|Sở Tư pháp|Sở Văn hóa, Thể thao và Du lịch|Thanh tra tỉnh|Văn phòng Ủy ban nhân dân tỉnh|Hội đồng nhân dân tỉnh|Ban Quản lý dự án tỉnh|Kho bạc Nhà nước khu vực|Thuế tỉnh');
const families = split('Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý');
const given = split('An|Bình|Cường|Dũng|Đạt|Giang|Hà|Hải|Hạnh|Hiếu|Hòa|Hùng|Hương|Khánh|Lan|Linh|Long|Mai|Nam|Nga|Nghĩa|Phúc|Phương|Quân|Quyết|Sơn|Tâm|Thảo|Thắng|Thủy|Trang|Tuấn|Tùng|Việt|Yến|Đông|Đoan');
export const notations = split('UBND-KT|SNV-CCHC|STC-NS|SXD-QLN|UBND-VX|SYT-NVY|SGDĐT-VP|STP-BTTP|VP-TH|TTr-P1');
export const issuers = offices.flatMap((office) => [`${office} Sông Mẫu`, `${office} Sông Thử`, `${office} Sông Ví Dụ`]);
export const typeIds = split('cong-van|quyet-dinh|to-trinh|bao-cao|thong-bao|ke-hoach|giay-moi');

/** A small generator of random numbers (mulberry32): quick, and the same on every machine. */
export function randomSource(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (limit) => Math.floor(next() * limit), pick: (list) => list[Math.floor(next() * list.length)] };
}

export function subjectOf(random, year) {
  let subject = `${random.pick(acts)} ${random.pick(matters)}`;
  if (random.next() < 0.6) subject += ` và ${random.pick(acts)} ${random.pick(matters)}`;
  subject += ` trên địa bàn ${random.pick(['tỉnh', 'xã', 'phường', 'thôn'])} ${random.pick(places)}`;
  if (random.next() < 0.5) subject += ` giai đoạn ${year}-${year + 5}`;
  else if (random.next() < 0.5) subject += ` năm ${year}`;
  if (random.next() < 0.4) subject += ` theo đề nghị của ${random.pick(offices)} tại văn bản số ${1 + random.below(9999)}`;
  if (random.next() < 0.3) subject += ` (đồng chí ${random.pick(families)} ${random.pick(families)} ${random.pick(given)} chủ trì)`;
  return subject;
}

/** What the product's text::fold makes of Vietnamese: no marks, đ = d, lower case. */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
