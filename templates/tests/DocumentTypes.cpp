// SPDX-License-Identifier: Apache-2.0
#include "DocumentTypes.h"

#include <algorithm>

namespace congvu::templates::testing {

const std::vector<DocumentType>& administrativeTypes() {
    static const std::vector<DocumentType> kTypes{
        {"nghi-quyet", "NQ", "NGHỊ QUYẾT"},
        {"quyet-dinh", "QĐ", "QUYẾT ĐỊNH"},
        {"chi-thi", "CT", "CHỈ THỊ"},
        {"quy-che", "QC", "QUY CHẾ"},
        {"quy-dinh", "QyĐ", "QUY ĐỊNH"},
        {"thong-cao", "TC", "THÔNG CÁO"},
        {"thong-bao", "TB", "THÔNG BÁO"},
        {"huong-dan", "HD", "HƯỚNG DẪN"},
        {"chuong-trinh", "CTr", "CHƯƠNG TRÌNH"},
        {"ke-hoach", "KH", "KẾ HOẠCH"},
        {"phuong-an", "PA", "PHƯƠNG ÁN"},
        {"de-an", "ĐA", "ĐỀ ÁN"},
        {"du-an", "DA", "DỰ ÁN"},
        {"bao-cao", "BC", "BÁO CÁO"},
        {"bien-ban", "BB", "BIÊN BẢN"},
        {"to-trinh", "TTr", "TỜ TRÌNH"},
        {"hop-dong", "HĐ", "HỢP ĐỒNG"},
        {"cong-dien", "CĐ", "CÔNG ĐIỆN"},
        {"ban-ghi-nho", "BGN", "BẢN GHI NHỚ"},
        {"ban-thoa-thuan", "BTT", "BẢN THỎA THUẬN"},
        {"giay-uy-quyen", "GUQ", "GIẤY ỦY QUYỀN"},
        {"giay-moi", "GM", "GIẤY MỜI"},
        {"giay-gioi-thieu", "GGT", "GIẤY GIỚI THIỆU"},
        {"giay-nghi-phep", "GNP", "GIẤY NGHỈ PHÉP"},
        {"phieu-gui", "PG", "PHIẾU GỬI"},
        {"phieu-chuyen", "PC", "PHIẾU CHUYỂN"},
        {"phieu-bao", "PB", "PHIẾU BÁO"},
        {"cong-van", "", ""},
        {"thu-cong", "", "THƯ CÔNG"},
    };
    return kTypes;
}

const std::vector<DocumentType>& copyTypes() {
    static const std::vector<DocumentType> kTypes{
        {"ban-sao-y", "SY", "SAO Y"}, {"ban-sao-luc", "SL", "SAO LỤC"}, {"ban-trich-sao", "TrS", "TRÍCH SAO"}};
    return kTypes;
}

std::vector<DocumentType> allTypes() {
    std::vector<DocumentType> all = administrativeTypes();
    all.insert(all.end(), copyTypes().begin(), copyTypes().end());
    return all;
}

std::string testName(const DocumentType& type) {
    std::string name = type.id;
    name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
    return name;
}

}  // namespace congvu::templates::testing
