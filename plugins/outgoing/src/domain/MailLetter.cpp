// SPDX-License-Identifier: Apache-2.0
#include "domain/MailLetter.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

constexpr std::size_t kLongestMailFileName = 50;
constexpr const char* kFoot =
    "\nThư này do hệ thống quản lý văn bản gửi tự động. Người có liên kết xem được trạng thái của văn bản, xin không chuyển tiếp.\n";

std::string numberedFrom(const std::string& number, const std::optional<Date>& date) {
    return "số " + number + (date ? " ngày " + date->toDisplay() : std::string{});
}

/// "Công văn số 15/UBND-VP ngày 02/03/2026".
std::string documentWords(const LetterFacts& facts) {
    return facts.typeName + ' ' + numberedFrom(facts.numberAndSymbol, facts.documentDate);
}

std::string letterHead(const LetterFacts& facts) {
    return "Kính gửi: " + facts.recipient + "\n\n";
}

std::string letterFiles(const LetterFacts& facts) {
    if (facts.isAttached && facts.onlyByLink.empty()) {
        return "Văn bản có chữ ký số được gửi kèm thư này.\n";
    }
    std::string names;
    for (const auto& name : facts.onlyByLink) {
        names += "- " + name + '\n';
    }
    return std::string{facts.isAttached ? "Văn bản có chữ ký số được gửi kèm thư này. " : ""} +
           "Tệp lớn hơn mức gửi kèm thư, tải tại trang xác nhận:\n" + names;
}

std::string documentText(const LetterFacts& facts) {
    return letterHead(facts) + facts.issuer + " gửi " + documentWords(facts) + ": " + facts.subject + ".\n\n" + letterFiles(facts) +
           "\nĐề nghị xác nhận đã nhận văn bản tại:\n" + facts.link + "\n" + kFoot;
}

std::string recallText(const LetterFacts& facts) {
    return letterHead(facts) + facts.issuer + " thu hồi " + documentWords(facts) + ": " + facts.subject + ".\nLý do: " + facts.reason +
           "\n\nĐề nghị huỷ văn bản điện tử đã nhận và thông báo lại tại:\n" + facts.link + "\n" + kFoot;
}

std::string laterText(const LetterFacts& facts, const std::string& act) {
    return letterHead(facts) + documentWords(facts) + " của " + facts.issuer + " (" + facts.subject + ") đã được " + act +
           " bằng văn bản " + numberedFrom(facts.laterNumber, facts.laterDate) + ".\n\nThông tin về văn bản:\n" + facts.link + "\n" + kFoot;
}

std::string laterAct(NoticeKind kind) {
    if (kind == NoticeKind::corrects) {
        return "đính chính";
    }
    return kind == NoticeKind::amends ? "sửa đổi, bổ sung" : "thay thế";
}

}  // namespace

Letter letterOf(const LetterFacts& facts) {
    if (facts.kind == NoticeKind::document) {
        return {facts.issuer + ": " + facts.typeName + " số " + facts.numberAndSymbol, documentText(facts)};
    }
    if (facts.kind == NoticeKind::recall) {
        return {"Thu hồi văn bản số " + facts.numberAndSymbol + " của " + facts.issuer, recallText(facts)};
    }
    const auto act = laterAct(facts.kind);
    return {"Văn bản số " + facts.numberAndSymbol + " của " + facts.issuer + " được " + act, laterText(facts, act)};
}

std::string mailFileName(const std::string& name) {
    // Ninh Bình's rules of 2025: names of files without diacritics, at most 50 characters.
    auto folded = text::fold(name);
    std::ranges::replace_if(
        folded,
        [](char letter) {
            const bool isPlain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.';
            return !isPlain;
        },
        '-');
    if (folded.size() <= kLongestMailFileName) {
        return folded;
    }
    const auto dot = folded.rfind('.');
    const auto ending = dot == std::string::npos || folded.size() - dot > 6 ? std::string{} : folded.substr(dot);
    return folded.substr(0, kLongestMailFileName - ending.size()) + ending;
}

}  // namespace congvu::outgoing
