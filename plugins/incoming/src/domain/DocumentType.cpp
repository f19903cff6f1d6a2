// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentType.h"

#include <algorithm>

namespace congvu::incoming {

const std::vector<DocumentType>& administrativeTypes() {
    static const std::vector<DocumentType> types{
        {"nghi-quyet", "Nghị quyết", "Resolution", "NQ", "nghi quyet"},
        {"quyet-dinh", "Quyết định", "Decision", "QĐ", "quyet dinh"},
        {"chi-thi", "Chỉ thị", "Directive", "CT", "chi thi"},
        {"quy-che", "Quy chế", "Regulation", "QC", "quy che"},
        {"quy-dinh", "Quy định", "Rules", "QyĐ", "quy dinh"},
        {"thong-cao", "Thông cáo", "Communiqué", "TC", "thong cao"},
        {"thong-bao", "Thông báo", "Notice", "TB", "thong bao"},
        {"huong-dan", "Hướng dẫn", "Guidance", "HD", "huong dan"},
        {"chuong-trinh", "Chương trình", "Programme", "CTr", "chuong trinh"},
        {"ke-hoach", "Kế hoạch", "Plan", "KH", "ke hoach"},
        {"phuong-an", "Phương án", "Scheme", "PA", "phuong an"},
        {"de-an", "Đề án", "Project paper", "ĐA", "de an"},
        {"du-an", "Dự án", "Project", "DA", "du an"},
        {"bao-cao", "Báo cáo", "Report", "BC", "bao cao"},
        {"bien-ban", "Biên bản", "Minutes", "BB", "bien ban"},
        {"to-trinh", "Tờ trình", "Submission", "TTr", "to trinh"},
        {"hop-dong", "Hợp đồng", "Contract", "HĐ", "hop dong"},
        {"cong-van", "Công văn", "Official letter", "", "cong van"},
        {"cong-dien", "Công điện", "Telegram", "CĐ", "cong dien"},
        {"ban-ghi-nho", "Bản ghi nhớ", "Memorandum of understanding", "BGN", "ban ghi nho"},
        {"ban-thoa-thuan", "Bản thoả thuận", "Agreement", "BTT", "ban thoa thuan"},
        {"giay-uy-quyen", "Giấy uỷ quyền", "Authorisation", "GUQ", "giay uy quyen"},
        {"giay-moi", "Giấy mời", "Invitation", "GM", "giay moi"},
        {"giay-gioi-thieu", "Giấy giới thiệu", "Letter of introduction", "GGT", "giay gioi thieu"},
        {"giay-nghi-phep", "Giấy nghỉ phép", "Leave slip", "GNP", "giay nghi phep"},
        {"phieu-gui", "Phiếu gửi", "Dispatch slip", "PG", "phieu gui"},
        {"phieu-chuyen", "Phiếu chuyển", "Transfer slip", "PC", "phieu chuyen"},
        {"phieu-bao", "Phiếu báo", "Notification slip", "PB", "phieu bao"},
        {"thu-cong", "Thư công", "Public letter", "", "thu cong"},
    };
    return types;
}

const std::vector<DocumentType>& otherTypes() {
    static const std::vector<DocumentType> types{
        {"luat", "Luật", "Law", "L", "luat"},
        {"phap-lenh", "Pháp lệnh", "Ordinance", "PL", "phap lenh"},
        {"nghi-dinh", "Nghị định", "Decree", "NĐ", "nghi dinh"},
        {"thong-tu", "Thông tư", "Circular", "TT", "thong tu"},
        {"thong-tu-lien-tich", "Thông tư liên tịch", "Joint circular", "TTLT", "thong tu lien tich"},
        {"ket-luan", "Kết luận", "Conclusion", "KL", "ket luan"},
        {"khac", "Văn bản khác", "Other document", "", "van ban khac"},
    };
    return types;
}

const std::vector<DocumentType>& documentTypes() {
    static const std::vector<DocumentType> types = [] {
        auto all = administrativeTypes();
        all.insert(all.end(), otherTypes().begin(), otherTypes().end());
        return all;
    }();
    return types;
}

namespace {

template <class Matches>
const DocumentType* findType(Matches matches) {
    const auto& types = documentTypes();
    const auto found = std::find_if(types.begin(), types.end(), matches);
    return found == types.end() ? nullptr : &*found;
}

}  // namespace

const DocumentType* findDocumentType(std::string_view id) {
    return findType([&](const DocumentType& type) { return type.id == id; });
}

const DocumentType* findDocumentTypeByAbbreviation(std::string_view abbreviation) {
    if (abbreviation.empty()) {
        return nullptr;
    }
    if (abbreviation == "QD") {
        abbreviation = "QĐ";
    }
    return findType([&](const DocumentType& type) { return type.abbreviation == abbreviation; });
}

const DocumentType* findDocumentTypeByFoldedName(std::string_view foldedName) {
    return findType([&](const DocumentType& type) { return type.folded == foldedName; });
}

}  // namespace congvu::incoming
