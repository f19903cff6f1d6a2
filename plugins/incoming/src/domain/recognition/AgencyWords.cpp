// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/AgencyWords.h"

#include "domain/proposal/VietnameseCase.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace congvu::incoming {

namespace {

constexpr std::size_t kLongestPhrase = 8;

/// Words and phrases of which names of agencies are made, in the newer spelling of tone marks.
constexpr std::array<std::string_view, 118> kAgencyPhrases{
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "uỷ ban",
    "hội đồng",
    "nhân dân",
    "ubnd",
    "hđnd",
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "phường",
    "xã",
    "đặc khu",
    "tỉnh uỷ",
    "thành uỷ",
    "huyện uỷ",
    "quận uỷ",
    "thị uỷ",
    "đảng uỷ",
    "đảng uỷ khối",
    "đảng bộ",
    "chi bộ",
    "ban chấp hành",
    "ban thường vụ",
    "ban chấp hành trung ương",
    "ban bí thư",
    "bộ chính trị",
    "ban tổ chức",
    "ban tuyên giáo",
    "ban dân vận",
    "ban nội chính",
    "ban tuyên giáo và dân vận",
    "uỷ ban kiểm tra",
    "văn phòng",
    "chính phủ",
    "văn phòng chính phủ",
    "thủ tướng chính phủ",
    "quốc hội",
    "uỷ ban thường vụ quốc hội",
    "chủ tịch nước",
    "sở",
    "bộ",
    "phòng",
    "ban",
    "cục",
    "chi cục",
    "tổng cục",
    "trung tâm",
    "viện",
    "trường",
    "bệnh viện",
    "trạm y tế",
    "công an",
    "quân sự",
    "bộ chỉ huy",
    "ban chỉ huy",
    "ban chỉ đạo",
    "ban quản lý",
    "ban quản lý dự án",
    "tổ công tác",
    "thanh tra",
    "kho bạc nhà nước",
    "kiểm toán nhà nước",
    "ngân hàng nhà nước",
    "bảo hiểm xã hội",
    "toà án nhân dân",
    "viện kiểm sát nhân dân",
    "thi hành án dân sự",
    "mặt trận tổ quốc việt nam",
    "mặt trận tổ quốc",
    "liên đoàn lao động",
    "hội nông dân",
    "hội liên hiệp phụ nữ",
    "hội cựu chiến binh",
    "hội chữ thập đỏ",
    "đoàn thanh niên cộng sản hồ chí minh",
    "tỉnh đoàn",
    "thành đoàn",
    "công ty",
    "tổng công ty",
    "tập đoàn",
    "hợp tác xã",
    "nội vụ",
    "tài chính",
    "công thương",
    "xây dựng",
    "nông nghiệp",
    "môi trường",
    "khoa học",
    "công nghệ",
    "giáo dục",
    "đào tạo",
    "y tế",
    "tư pháp",
    "văn hoá",
    "thể thao",
    "du lịch",
    "dân tộc",
    "tôn giáo",
    "ngoại vụ",
    "kế hoạch",
    "đầu tư",
    "lao động",
    "thương binh",
    "xã hội",
    "giao thông vận tải",
    "tài nguyên",
    "thông tin",
    "truyền thông",
    "phát triển nông thôn",
    "kinh tế",
    "hạ tầng",
    "đô thị",
    "phục vụ hành chính công",
    "chuyển đổi số",
};

constexpr std::array<std::string_view, 57> kProvinces{
    "an giang",   "bà rịa",     "bạc liêu", "bắc giang", "bắc kạn",     "bắc ninh",  "bến tre",    "bình định",  "bình dương",
    "bình phước", "bình thuận", "cà mau",   "cao bằng",  "đắk lắk",     "đắk nông",  "điện biên",  "đồng nai",   "đồng tháp",
    "gia lai",    "hà giang",   "hà nam",   "hà tĩnh",   "hải dương",   "hậu giang", "hoà bình",   "hưng yên",   "khánh hoà",
    "kiên giang", "kon tum",    "lai châu", "lâm đồng",  "lạng sơn",    "lào cai",   "long an",    "nam định",   "nghệ an",
    "ninh bình",  "ninh thuận", "phú thọ",  "phú yên",   "quảng bình",  "quảng nam", "quảng ngãi", "quảng ninh", "quảng trị",
    "sóc trăng",  "sơn la",     "tây ninh", "thái bình", "thái nguyên", "thanh hoá", "trà vinh",   "tiền giang", "tuyên quang",
    "vĩnh long",  "vĩnh phúc",  "yên bái"};
constexpr std::array<std::string_view, 6> kCities{"hà nội", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh", "huế"};

std::vector<std::string> splitAtBlanks(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// "uỷ" as it was spelled before: "ủy"; and the same for "oà", "oá".
std::string inOlderSpelling(std::string word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSpellings{
        {{"uỷ", "ủy"}, {"uý", "úy"}, {"uỳ", "ùy"}, {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}}};
    for (const auto& [newer, older] : kSpellings) {
        if (word.ends_with(newer)) {
            word.replace(word.size() - newer.size(), newer.size(), older);
        }
    }
    return word;
}

/// Folded phrase → the same with its marks. Provinces count behind the word for them only: a commune may be spelled almost like one.
const std::unordered_map<std::string, std::string>& phrasesByFolded() {
    static const std::unordered_map<std::string, std::string> phrases = [] {
        std::unordered_map<std::string, std::string> all;
        for (const auto phrase : kAgencyPhrases) {
            all.emplace(text::fold(phrase), phrase);
        }
        for (const auto province : kProvinces) {
            const auto phrase = "tỉnh " + std::string{province};
            all.emplace(text::fold(phrase), phrase);
            all.emplace("tinh uy " + text::fold(province), "tỉnh uỷ " + std::string{province});
        }
        for (const auto city : kCities) {
            const auto phrase = "thành phố " + std::string{city};
            all.emplace(text::fold(phrase), phrase);
            all.emplace("thanh uy " + text::fold(city), "thành uỷ " + std::string{city});
        }
        return all;
    }();
    return phrases;
}

/// A word of a name: as it was read, and folded without a comma at the end.
struct NameWord {
    std::string text;
    std::string folded;
};

std::vector<NameWord> nameWordsOf(std::string_view name) {
    std::vector<NameWord> words;
    for (auto& word : splitAtBlanks(name)) {
        auto folded = text::fold(word);
        if (folded.ends_with(',')) {
            folded.pop_back();
        }
        words.push_back({std::move(word), std::move(folded)});
    }
    return words;
}

/// The word with the marks of `wanted`, in its own case and spelling.
std::string withMarksOf(const std::string& word, const std::string& wanted) {
    const bool hasComma = word.ends_with(',');
    const auto bare = hasComma ? word.substr(0, word.size() - 1) : word;
    const auto lower = toLowerVietnamese(bare);
    if (lower == wanted || lower == inOlderSpelling(wanted)) {
        return word;
    }
    const bool isUpper = bare.size() > 1 && isAllCapitals(bare);
    const auto cased = isUpper ? toUpperVietnamese(wanted) : lower != bare ? withFirstUpper(wanted) : wanted;
    return cased + (hasComma ? "," : "");
}

/// Behind these words stands the name of a place, in which no word is a kind of agency: "phường Quán Toan" has no "quận".
bool opensProperName(std::string_view folded) {
    static constexpr std::array<std::string_view, 14> kOpenings{"tinh",     "huyen",    "quan",      "xa",      "phuong",
                                                                "thi tran", "thi xa",   "thanh pho", "dac khu", "tinh uy",
                                                                "thanh uy", "huyen uy", "quan uy",   "thi uy"};
    return std::find(kOpenings.begin(), kOpenings.end(), folded) != kOpenings.end();
}

bool isJoint(const NameWord& word) {
    return word.folded == "va" || word.folded == "-" || word.folded == "cua";
}

/// Goes over the words of one name.
class AgencyNameWalk {
public:
    explicit AgencyNameWalk(std::string_view name) : words_(nameWordsOf(name)) {}

    AgencyNameReading run() {
        while (at_ < words_.size()) {
            if (!takePhrase()) {
                takeOther();
            }
        }
        return std::move(reading_);
    }

private:
    /// The longest known phrase at this place. Within a proper name only phrases of several words and the words for a province and a
    /// district count.
    bool takePhrase() {
        for (std::size_t length = std::min(kLongestPhrase, words_.size() - at_); length > 0; --length) {
            const auto folded = foldedWords(length);
            const auto found = phrasesByFolded().find(folded);
            const bool mayStandHere = length > 1 || !isInProperName_ || folded == "tinh" || folded == "huyen";
            if (found == phrasesByFolded().end() || !mayStandHere) {
                continue;
            }
            const auto wanted = splitAtBlanks(found->second);
            for (const auto& word : wanted) {
                append(withMarksOf(words_[at_++].text, word));
            }
            isInProperName_ = opensProperName(folded);
            continuesName_ = false;
            return true;
        }
        return false;
    }

    void takeOther() {
        const auto& word = words_[at_++];
        append(word.folded == "va" ? withMarksOf(word.text, "và") : word.text);
        if (isJoint(word)) {
            isInProperName_ = false;
            continuesName_ = false;
            return;
        }
        auto& names = reading_.properNames;
        if (continuesName_) {
            names.back() += ' ' + word.text;
        } else {
            names.push_back(word.text);
        }
        isInProperName_ = true;
        continuesName_ = true;
    }

    [[nodiscard]] std::string foldedWords(std::size_t count) const {
        std::string folded;
        for (std::size_t i = at_; i < at_ + count; ++i) {
            folded += (folded.empty() ? "" : " ") + words_[i].folded;
        }
        return folded;
    }

    void append(const std::string& word) { reading_.name += (reading_.name.empty() ? "" : " ") + word; }

    std::vector<NameWord> words_;
    AgencyNameReading reading_;
    std::size_t at_ = 0;
    bool isInProperName_ = false;
    bool continuesName_ = false;  ///< the last word was one of a proper name
};

}  // namespace

AgencyNameReading readAgencyName(std::string_view name) {
    return AgencyNameWalk{name}.run();
}

}  // namespace congvu::incoming
