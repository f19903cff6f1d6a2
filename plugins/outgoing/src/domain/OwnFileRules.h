// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/OwnFile.h"

#include <string_view>

namespace congvu::outgoing {

/// The place of a field; nothing while it has none.
const FieldPlace* placeOf(const OwnFilePlaces& places, std::string_view field);

/// What is missing before a draft with such places can be sent on its way: a message id "outgoing.own-file-…", empty when nothing is. The
/// date needs either its whole line or day and month, and the year too where the file does not print it.
std::string_view placesProblem(const OwnFilePlaces& places);

/// What is wrong with one place that a drafter has chosen: an unknown field, a page that is not there, no sensible size; a message id.
std::string_view placeProblem(const FieldPlace& place, std::int64_t pages);

/// The seal covers about a third of the person's signature on its left; 36 mm, as on the forms (Decree 30/2020, App. I).
FieldPlace sealPlaceOf(const FieldPlace& person);

/// True for fields that are filled with text.
bool isTextField(std::string_view field);

}  // namespace congvu::outgoing
