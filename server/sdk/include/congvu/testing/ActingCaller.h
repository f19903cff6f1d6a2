// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/testing/PluginHarness.h"

#include <stdexcept>
#include <string>

namespace congvu::testing {

/// Gives a mandate ("TUQ.") from today, 2 March 2026, until Friday, and answers the caller who acts by it. `acts` is a JSON list;
/// `limits` more members of the body, for example ,"documentTypes":["QĐ"].
inline http::Caller actingFor(PluginHarness& harness, const http::Caller& giver, const http::Caller& substitute, const std::string& acts,
                              const std::string& limits = {}) {
    const auto given =
        harness.post(giver, "/api/v1/mandates",
                     R"({"substitutePostId":")" + substitute.postId + R"(","from":"2026-03-02","until":"2026-03-06","acts":)" + acts +
                         R"(,"signAs":"tuq","basis":"Giấy uỷ quyền số 03/GUQ-UBND")" + limits + "}");
    if (given.status != 201) {
        throw std::logic_error("the mandate was refused: " + given.body);
    }
    auto caller = giver;
    caller.personId = substitute.personId;
    caller.personName = substitute.personName;
    caller.postTitle = substitute.postTitle + ", thay mặt " + giver.postTitle + " " + giver.personName;
    caller.behalf = http::Behalf{given.at("id"), substitute.postId, substitute.postTitle, giver.postTitle, giver.personName};
    return caller;
}

}  // namespace congvu::testing
