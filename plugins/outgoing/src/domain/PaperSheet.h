// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/Sheet.h"
#include "domain/PaperDispatch.h"
#include "domain/RegisterSheet.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// What lies in one envelope of a list.
struct PaperEnvelope {
    std::int64_t number = 0;
    std::string recipientName;
    std::string postalAddress;
    std::vector<PaperItem> items;
};

/// The envelopes of a list in their order; \p items are those of one list.
std::vector<PaperEnvelope> envelopesOf(const std::vector<PaperItem>& items);

/// "12/UBND-VP", or "12/UBND-VP (thông báo thu hồi)" for a notice.
std::string paperItemName(const PaperItem& item);

/// One list to be signed for. By post with the columns of Decree 30/2020, App. IV, III ("Sổ gửi văn bản đi bưu điện"); by hand the house's
/// own form with the columns of App. IV, I that are filled in at the hand-over (copies, day, signature).
sheets::Sheet paperListSheet(const PaperList& list, const std::vector<PaperItem>& items, const RegisterHead& head);

/// The days of a register, both inclusive.
struct PaperDays {
    Date from;
    Date to;
};

/// The lists of a period as one register.
sheets::Sheet paperRegisterSheet(PaperWay way, const PaperDays& days, const std::vector<PaperList>& lists,
                                 const std::vector<PaperItem>& items, const RegisterHead& head);

/// Word to one recipient that a document is recalled, or that a later one corrects, amends or replaces it. Without a signature: the
/// competent person signs the printed page.
sheets::Sheet noticeSheet(const PaperItem& item, const std::string& recallReason, const RegisterHead& head);

}  // namespace congvu::outgoing
