// SPDX-License-Identifier: Apache-2.0
#include "domain/SenderCategory.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>

namespace congvu::incoming {

namespace {

struct NameSign {
    std::string_view folded;  ///< a whole word or words of the folded name
    std::string_view categoryId;
};

/// The first sign that a name holds decides: Party committees are named before the places they are of.
constexpr std::array<NameSign, 22> kSigns{{{"hop tac xa", "other"},
                                           {"tinh uy", "party"},
                                           {"thanh uy", "party"},
                                           {"huyen uy", "party"},
                                           {"quan uy", "party"},
                                           {"dang uy", "party"},
                                           {"trung uong dang", "party"},
                                           {"ban to chuc", "party"},
                                           {"ban tuyen giao", "party"},
                                           {"uy ban kiem tra", "party"},
                                           {"mat tran to quoc", "union"},
                                           {"lien doan lao dong", "union"},
                                           {"hoi nong dan", "union"},
                                           {"hoi lien hiep", "union"},
                                           {"doan thanh nien", "union"},
                                           {"chinh phu", "central"},
                                           {"quoc hoi", "central"},
                                           {"bo", "central"},
                                           {"xa", "commune"},
                                           {"phuong", "commune"},
                                           {"tinh", "province"},
                                           {"so", "province"}}};

bool holdsWords(std::string_view folded, std::string_view words) {
    for (auto at = folded.find(words); at != std::string_view::npos; at = folded.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) {
            return true;
        }
    }
    return false;
}

/// Without "xã hội": social insurance is no commune.
std::string withoutSociety(std::string folded) {
    constexpr std::string_view kSociety = "xa hoi";
    for (auto at = folded.find(kSociety); at != std::string::npos; at = folded.find(kSociety, at)) {
        folded.erase(at, kSociety.size());
    }
    return folded;
}

/// "Bộ" and "Sở" speak only at the beginning: "… xã Cán Bộ" is no ministry.
bool speaksFor(std::string_view folded, std::string_view sign) {
    return sign == "bo" || sign == "so" ? folded == sign || folded.starts_with(std::string{sign} + ' ') : holdsWords(folded, sign);
}

}  // namespace

const std::vector<SenderCategory>& builtInSenderCategories() {
    static const std::vector<SenderCategory> categories{{"central", "Cơ quan Trung ương"}, {"province", "Cơ quan cấp tỉnh"},
                                                        {"commune", "Cơ quan cấp xã"},     {"party", "Cơ quan Đảng"},
                                                        {"union", "Mặt trận và đoàn thể"}, {"other", "Cơ quan, tổ chức, cá nhân khác"}};
    return categories;
}

std::string_view likelySenderCategory(std::string_view issuerName) {
    const auto folded = withoutSociety(text::fold(issuerName));
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const NameSign& one) { return speaksFor(folded, one.folded); });
    return sign == kSigns.end() ? "other" : sign->categoryId;
}

}  // namespace congvu::incoming
