// SPDX-License-Identifier: Apache-2.0
#include "domain/DossierRules.h"

#include <chrono>

namespace congvu::records {

namespace {

constexpr std::int64_t kMostPages = 9'999;

}  // namespace

Date handOverDueOn(DossierKind kind, const Date& endedOn) {
    const auto months = std::chrono::months{kind == DossierKind::construction ? 3 : 12};
    const std::chrono::year_month_day ended{endedOn.sysDays()};
    const auto due = ended + months;
    return Date{due.ok() ? due : due.year() / due.month() / std::chrono::last};
}

bool isAllowed(DossierState state, DossierAct act) {
    switch (act) {
        case DossierAct::edit:
        case DossierAct::file:
        case DossierAct::close:
            return state == DossierState::open;
        case DossierAct::share:
            return state == DossierState::open || state == DossierState::closed;
        case DossierAct::reopen:
        case DossierAct::handOver:
            return state == DossierState::closed;
    }
    return false;
}

Standing standingOf(const Dossier& dossier, const Viewer& viewer, bool isParticipant) {
    if (!viewer.mayKeep) {
        return Standing::reader;
    }
    if (dossier.keeperPostId == viewer.postId || (viewer.mayReadUnit && dossier.unitId == viewer.unitId)) {
        return Standing::manager;
    }
    return isParticipant ? Standing::participant : Standing::reader;
}

bool mayDo(Standing standing, DossierAct act) {
    if (act == DossierAct::file) {
        return standing != Standing::reader;
    }
    return standing == Standing::manager;
}

std::vector<Gap> gapsOf(const std::vector<CheckedDocument>& documents) {
    std::vector<Gap> gaps;
    if (documents.empty()) {
        gaps.push_back({"no-documents", "", true});
    }
    std::int64_t pages = 0;
    for (const auto& document : documents) {
        pages += document.pages;
        if (!document.isVisible) {
            gaps.push_back({"hidden", "", false});
            continue;
        }
        if (!document.isFinal) {
            gaps.push_back({"not-final", document.name, false});
        }
        if (!document.hasFile) {
            gaps.push_back({"no-file", document.name, false});
        }
        if (!document.hasDate) {
            gaps.push_back({"no-date", document.name, false});
        }
        if (document.pages == 0) {
            gaps.push_back({"no-pages", document.name, false});
        }
    }
    if (pages > kMostPages) {
        gaps.push_back({"too-many-pages", std::to_string(pages), true});
    }
    return gaps;
}

}  // namespace congvu::records
