// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Dossier.h"
#include "domain/Viewer.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// What can be done with a dossier.
enum class DossierAct { edit, file, share, close, reopen, handOver };

/// The last day for the hand-over to the agency's archive (Decree 30/2020, Art. 30): one year after the work ended, for construction three
/// months after the final settlement. A day that the month does not have becomes its last day.
Date handOverDueOn(DossierKind kind, const Date& endedOn);

/// True when the state allows the act, whoever asks.
bool isAllowed(DossierState state, DossierAct act);

/// How the viewer stands to a dossier that he sees.
enum class Standing { reader, participant, manager };
/// The keeper and, with "records.read-unit", the head of the keeper's unit manage the dossier; participants put documents in and take
/// them out; all others read. Without "records.keep" everybody only reads.
Standing standingOf(const Dossier& dossier, const Viewer& viewer, bool isParticipant);
bool mayDo(Standing standing, DossierAct act);

/// What is missing before a dossier is closed.
struct Gap {
    std::string code;  ///< "no-documents", "hidden", "not-final", "no-file", "no-date", "no-pages", "too-many-pages"
    std::string name;  ///< number and symbol of the document, may be empty
    bool isBlocking = false;
};

/// A document as the check sees it.
struct CheckedDocument {
    std::string name;
    bool isVisible = true;
    bool isFinal = true;
    bool hasFile = true;
    bool hasDate = true;
    std::int64_t pages = 0;
};

/// What is missing (Decree 30/2020, Art. 29: the keeper checks and completes the dossier). PageTotal has 4 digits (App. VI).
std::vector<Gap> gapsOf(const std::vector<CheckedDocument>& documents);

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::Gap> {
    static auto fields() {
        using Gap = congvu::records::Gap;
        return std::tuple{field("code", &Gap::code), field("name", &Gap::name), field("isBlocking", &Gap::isBlocking)};
    }
};
