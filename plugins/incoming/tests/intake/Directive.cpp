// SPDX-License-Identifier: Apache-2.0
#include "Directive.h"

#include <array>
#include <cstddef>
#include <utility>

namespace congvu::incoming::testing {

namespace {

using Lines = std::vector<std::string>;

struct Agency {
    Lines superior;
    Lines lines;
    std::string name;  ///< as running text has it
    std::string abbreviation;
    std::string unit;  ///< drafting unit or field of a letter's symbol
    std::string place;
};

const std::vector<Agency>& stateAgencies() {
    static const std::vector<Agency> agencies{
        {{}, {"ỦY BAN NHÂN DÂN", "XÃ SUỐI MƠ"}, "Ủy ban nhân dân xã Suối Mơ", "UBND", "VP", "Suối Mơ"},
        {{}, {"UỶ BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"}, "Uỷ ban nhân dân tỉnh Lâm Đồng", "UBND", "KGVX", "Lâm Đồng"},
        {{"UBND TỈNH MÂY TRẮNG"}, {"SỞ NỘI VỤ"}, "Sở Nội vụ", "SNV", "CCHC", "Mây Trắng"},
        {{"ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA"}, {"SỞ KHOA HỌC VÀ CÔNG NGHỆ"}, "Sở Khoa học và Công nghệ", "SKHCN", "QLCN", "Khánh Hòa"},
        {{}, {"BỘ NỘI VỤ"}, "Bộ Nội vụ", "BNV", "VTLTNN", "Hà Nội"},
        {{}, {"VĂN PHÒNG CHÍNH PHỦ"}, "Văn phòng Chính phủ", "VPCP", "KSTT", "Hà Nội"},
        {{"BỘ TÀI CHÍNH"}, {"KHO BẠC NHÀ NƯỚC"}, "Kho bạc Nhà nước", "KBNN", "KSC", "Hà Nội"},
        {{"UBND HUYỆN ĐỒI THỬ"}, {"PHÒNG VĂN HÓA - THÔNG TIN"}, "Phòng Văn hóa - Thông tin", "PVHTT", "TTCS", "Đồi Thử"},
        {{}, {"HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG HOA MAI"}, "Hội đồng nhân dân phường Hoa Mai", "HĐND", "TT", "Hoa Mai"},
        {{"CÔNG AN TỈNH MÂY TRẮNG"}, {"CÔNG AN XÃ SUỐI MƠ"}, "Công an xã Suối Mơ", "CAX", "TH", "Suối Mơ"},
        {{"UBND TỈNH MÂY TRẮNG"},
         {"BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG"},
         "Ban Quản lý dự án đầu tư xây dựng",
         "BQLDA",
         "KHTH",
         "Mây Trắng"},
        {{"UBND XÃ SUỐI MƠ"}, {"TRƯỜNG TRUNG HỌC CƠ SỞ", "SUỐI MƠ"}, "Trường Trung học cơ sở Suối Mơ", "THCS", "VP", "Suối Mơ"},
        {{"BẢO HIỂM XÃ HỘI VIỆT NAM"},
         {"BẢO HIỂM XÃ HỘI", "TỈNH MÂY TRẮNG"},
         "Bảo hiểm xã hội tỉnh Mây Trắng",
         "BHXH",
         "CĐBHXH",
         "Mây Trắng"},
        {{}, {"TÒA ÁN NHÂN DÂN", "TỈNH MÂY TRẮNG"}, "Tòa án nhân dân tỉnh Mây Trắng", "TA", "VP", "Mây Trắng"},
        {{"UBND TỈNH MÂY TRẮNG"}, {"SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG"}, "Sở Nông nghiệp và Môi trường", "SNNMT", "TTr", "Mây Trắng"},
        {{"SỞ TÀI CHÍNH"},
         {"TRUNG TÂM TƯ VẤN VÀ", "DỊCH VỤ TÀI CHÍNH"},
         "Trung tâm Tư vấn và Dịch vụ tài chính",
         "TTTV",
         "HC",
         "Mây Trắng"}};
    return agencies;
}

const std::vector<Agency>& partyBodies() {
    static const std::vector<Agency> bodies{{{}, {"TỈNH ỦY MÂY TRẮNG"}, "Tỉnh ủy Mây Trắng", "TU", "", "Mây Trắng"},
                                            {{"TỈNH ỦY LÂM ĐỒNG"}, {"BAN TỔ CHỨC"}, "Ban Tổ chức", "BTCTU", "", "Lâm Đồng"},
                                            {{}, {"HUYỆN ỦY ĐỒI THỬ"}, "Huyện ủy Đồi Thử", "HU", "", "Đồi Thử"},
                                            {{"ĐẢNG BỘ TỈNH MÂY TRẮNG"}, {"ĐẢNG ỦY XÃ SUỐI MƠ"}, "Đảng ủy xã Suối Mơ", "ĐU", "", "Suối Mơ"},
                                            {{"TỈNH ỦY MÂY TRẮNG"}, {"VĂN PHÒNG"}, "Văn phòng", "VPTU", "", "Mây Trắng"}};
    return bodies;
}

struct Kind {
    std::string id;
    std::string title;
    std::string abbreviation;
};

const std::array<Kind, 12> kKinds{{{"quyet-dinh", "QUYẾT ĐỊNH", "QĐ"},
                                   {"ke-hoach", "KẾ HOẠCH", "KH"},
                                   {"bao-cao", "BÁO CÁO", "BC"},
                                   {"thong-bao", "THÔNG BÁO", "TB"},
                                   {"to-trinh", "TỜ TRÌNH", "TTr"},
                                   {"chi-thi", "CHỈ THỊ", "CT"},
                                   {"huong-dan", "HƯỚNG DẪN", "HD"},
                                   {"giay-moi", "GIẤY MỜI", "GM"},
                                   {"chuong-trinh", "CHƯƠNG TRÌNH", "CTr"},
                                   {"nghi-quyet", "NGHỊ QUYẾT", "NQ"},
                                   {"cong-dien", "CÔNG ĐIỆN", "CĐ"},
                                   {"ket-luan", "KẾT LUẬN", "KL"}}};

const std::array<Lines, 6> kSubjects{{{"báo cáo kết quả rà soát", "thủ tục hành chính quý IV"},
                                      {"tăng cường công tác phòng cháy,", "chữa cháy trong mùa khô"},
                                      {"triển khai chuyển đổi số năm 2026"},
                                      {"kiện toàn Ban Chỉ đạo", "phòng, chống thiên tai và", "tìm kiếm cứu nạn"},
                                      {"hướng dẫn lập dự toán ngân sách", "nhà nước năm 2027"},
                                      {"tổ chức Hội nghị sơ kết", "công tác cải cách hành chính"}}};

const std::array<const char*, 5> kSigners{"Trần Văn Ví Dụ", "Lê Thị Thử Nghiệm", "Nguyễn Minh Mẫu", "Phạm Thị Giả Định",
                                          "Hoàng Văn Thí Điểm"};

std::string twoDigits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// Numbers of all lengths, day by day through the year; below ten a leading zero (Decree 30/2020, App. I).
struct Reference {
    int number;
    int day;
    int month;
    int year;

    explicit Reference(std::size_t index)
        : number(static_cast<int>(3 + index * index * 17 % 4987)),
          day(static_cast<int>(1 + index * 11 % 28)),
          month(static_cast<int>(1 + index * 7 % 12)),
          year(index % 5 == 0 ? 2025 : 2026) {}

    [[nodiscard]] std::string numberText() const { return twoDigits(number); }
    /// "ngày 05 tháng 02 năm 2026": a zero before days below ten and months below three.
    [[nodiscard]] std::string inWords() const {
        return "ngày " + twoDigits(day) + " tháng " + (month < 3 ? twoDigits(month) : std::to_string(month)) + " năm " +
               std::to_string(year);
    }
    [[nodiscard]] std::string iso() const { return std::to_string(year) + '-' + twoDigits(month) + '-' + twoDigits(day); }
};

Lines bodyOf(const Agency& agency, const Directive& directive) {
    return {
        "Thực hiện chương trình công tác năm, " + agency.name + " đề nghị thủ trưởng các cơ quan, đơn vị triển khai các nội dung sau:",
        "1. Tổ chức quán triệt đến toàn thể cán bộ, công chức, viên chức và người lao động; phân công rõ người, rõ việc, rõ thời gian hoàn "
        "thành.",
        "2. Rà soát, tổng hợp số liệu theo mẫu gửi kèm; bảo đảm đầy đủ, chính xác và thống nhất với báo cáo đã gửi kỳ trước.",
        "3. Gửi kết quả bằng văn bản và bản điện tử về " + agency.name + " trước ngày 25 tháng 12 năm 2026 để tổng hợp.",
        directive.isParty ? "Nhận được văn bản này, đề nghị các cấp ủy nghiêm túc triển khai thực hiện."
                          : "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn."};
}

Directive drafted(const Agency& agency, std::size_t index) {
    const Reference reference{index};
    Directive directive;
    directive.superior = agency.superior;
    directive.issuer = agency.lines;
    directive.placeAndDate = agency.place + ", " + reference.inWords();
    directive.subject = kSubjects[index % kSubjects.size()];
    directive.signer = kSigners[index % kSigners.size()];
    directive.wantedDate = reference.iso();
    directive.wantedIssuer = agency.name;
    directive.hasArrivalStamp = index % 7 == 3;
    directive.hasSealOverHead = index % 9 == 4;
    static const std::array<const char*, 4> kStamps{"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", ""};
    directive.urgency = index % 4 == 1 ? kStamps[index / 4 % kStamps.size()] : "";
    return directive;
}

void asLetter(Directive& directive, const Agency& agency, std::size_t index) {
    const auto number = Reference{index}.numberText();
    directive.wantedType = "cong-van";
    directive.subject.front().insert(0, "V/v ");
    if (index % 8 == 7) {  // before Decree 30/2020 some agencies wrote CV
        directive.wantedSymbol = number + "/CV-" + agency.abbreviation;
        directive.number = {"Số: " + directive.wantedSymbol};
    } else if (index % 6 == 2) {
        directive.wantedSymbol = number + '/' + agency.abbreviation + '-' + agency.unit + "TH";
        directive.number = {"Số: " + number + '/' + agency.abbreviation + '-', agency.unit + "TH"};
    } else {
        directive.wantedSymbol = number + '/' + agency.abbreviation + '-' + agency.unit;
        directive.number = {index % 5 == 3 ? "Số: " + number + " /" + agency.abbreviation + '-' + agency.unit
                                           : "Số: " + directive.wantedSymbol};
    }
}

void asNamedType(Directive& directive, const Agency& agency, std::size_t index) {
    const Reference reference{index};
    const auto& kind = kKinds[index % kKinds.size()];
    const bool isNormative =
        (kind.id == "quyet-dinh" || kind.id == "nghi-quyet") && (agency.abbreviation == "UBND" || agency.abbreviation == "HĐND");
    const auto year = isNormative ? std::to_string(reference.year) + '/' : std::string{};
    directive.title = kind.title;
    directive.wantedType = kind.id;
    directive.wantedSymbol = reference.numberText() + '/' + year + kind.abbreviation + '-' + agency.abbreviation;
    directive.number = {"Số: " + directive.wantedSymbol};
    directive.subject.front().insert(0, index % 2 == 0 ? "Về việc " : "");
}

void asPartyDocument(Directive& directive, const Agency& body, std::size_t index) {
    const auto number = Reference{index}.numberText();
    directive.isParty = true;
    if (index % 3 == 0) {
        directive.wantedType = "cong-van";
        directive.wantedSymbol = number + "-CV/" + body.abbreviation;
        directive.subject.front().insert(0, "V/v ");
    } else {
        const auto& kind = kKinds[(index * 5 + 1) % kKinds.size()];
        directive.title = kind.title;
        directive.wantedType = kind.id;
        directive.wantedSymbol = number + '-' + kind.abbreviation + '/' + body.abbreviation;
    }
    directive.number = {"Số " + directive.wantedSymbol};
}

}  // namespace

std::vector<Directive> directives() {
    constexpr std::size_t kCount = 64;
    std::vector<Directive> all;
    all.reserve(kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        const bool isParty = i % 4 == 3;
        const auto& agencies = isParty ? partyBodies() : stateAgencies();
        const auto& agency = agencies[(isParty ? i / 4 : i - i / 4) % agencies.size()];
        auto directive = drafted(agency, i);
        if (isParty) {
            asPartyDocument(directive, agency, i / 4);
            directive.wantedDate = Reference{i}.iso();
        } else if (i % 2 == 0) {
            asLetter(directive, agency, i);
        } else {
            asNamedType(directive, agency, i);
        }
        directive.body = bodyOf(agency, directive);
        directive.name = std::to_string(i) + ' ' + directive.wantedSymbol;
        all.push_back(std::move(directive));
    }
    return all;
}

}  // namespace congvu::incoming::testing
