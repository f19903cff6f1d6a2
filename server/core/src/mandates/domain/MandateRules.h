// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/MandateBook.h"

#include "congvu/error/AppError.h"

#include <string_view>
#include <vector>

namespace congvu::core {

/// What the rules ask about the organisation.
class PostFacts {
public:
    virtual ~PostFacts() = default;
    /// Is the post held that day by an active person in an active unit?
    [[nodiscard]] virtual bool isHeld(std::string_view postId, Date day) const = 0;
    /// Empty for an unknown post.
    [[nodiscard]] virtual std::string_view personOf(std::string_view postId) const = 0;
    [[nodiscard]] virtual bool isInside(std::string_view unitId, std::string_view rootId) const = 0;
};

/// True from the first instant of the first day to the last of the last day in Viet Nam, while both posts are held and the substitute is
/// not absent himself. A mandate that the book does not hold is revoked.
bool isInForce(const Mandate& mandate, Timestamp at, const MandateBook& book, const PostFacts& posts);

/// Does it cover the act, whatever the day? A limited mandate covers only what says that it lies inside.
bool covers(const Mandate& mandate, mandates::Act act, const mandates::Subject& subject, const PostFacts& posts);

/// The mandate by which somebody may do this act for the post at this moment; null for none. Only the giver's own right is looked at:
/// what he may do for others by mandate he cannot pass on (Decree 30/2020, domain rule of TUQ.).
const Mandate* mandateFor(std::string_view giverPostId, mandates::Act act, const mandates::Subject& subject, Timestamp at,
                          const MandateBook& book, const PostFacts& posts);

/// Could both cover one act on one day?
bool overlap(const Mandate& left, const Mandate& right, const PostFacts& posts);

/// Why the mandate cannot stand beside those of the book: who it is given to, overlaps, cycles, days. Empty when it can.
std::vector<FieldError> conflictsOf(const Mandate& wanted, const MandateBook& book, const PostFacts& posts);

}  // namespace congvu::core
