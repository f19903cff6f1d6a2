// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"
#include "domain/NoticeKind.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::outgoing {

/// What a mail about a document says.
struct LetterFacts {
    NoticeKind kind = NoticeKind::document;
    std::string issuer;
    std::string recipient;
    std::string typeName;
    std::string numberAndSymbol;
    std::optional<Date> documentDate;
    std::string subject;
    std::string link;                     ///< of the page where the recipient confirms
    std::string reason;                   ///< of a recall
    std::string laterNumber;              ///< of the document that corrects, amends or replaces it
    std::optional<Date> laterDate;        ///< of the same
    std::vector<std::string> onlyByLink;  ///< names of files that are too large for a mail
    bool isAttached = true;               ///< the signed file itself goes with the mail
};

struct Letter {
    std::string subject;
    std::string text;
};

/// The mail's words, in Vietnamese as all official correspondence.
Letter letterOf(const LetterFacts& facts);

/// "15-qd-ubnd.pdf": a file's name without accents, as every mail program shows it; at most 50 characters, the ending kept.
std::string mailFileName(const std::string& name);

}  // namespace congvu::outgoing
