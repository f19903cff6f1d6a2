// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Transfer.h"

#include "congvu/json/Description.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// What can be done with many documents at once.
enum class BulkKind { submit, transfer, inform, close, read };

struct BulkInput {
    BulkKind act = BulkKind::read;
    std::vector<std::string> ids;
    std::optional<std::string> postId;          ///< the leader, for submit
    std::vector<TransferRecipient> recipients;  ///< for transfer and inform
    std::string note;                           ///< for all but read; required for close
    std::optional<Date> dueOn;                  ///< for transfer
};

/// What became of one document.
struct BulkResult {
    std::string id;
    bool isDone = false;
    std::string code;    ///< why not: the code of the problem, for example "incoming.not-now"
    std::string detail;  ///< the state that does not allow it, or the number that the message of the code shows
};
struct BulkResults {
    std::vector<BulkResult> items;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::BulkKind> {
    using Kind = congvu::incoming::BulkKind;
    static constexpr std::array values{std::pair{Kind::submit, std::string_view{"submit"}},
                                       std::pair{Kind::transfer, std::string_view{"transfer"}},
                                       std::pair{Kind::inform, std::string_view{"inform"}},
                                       std::pair{Kind::close, std::string_view{"close"}}, std::pair{Kind::read, std::string_view{"read"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::BulkInput> {
    static auto fields() {
        using Input = congvu::incoming::BulkInput;
        return std::tuple{field("act", &Input::act).required(),
                          field("ids", &Input::ids).required().maxLength(200),
                          field("postId", &Input::postId),
                          field("recipients", &Input::recipients).maxLength(50),
                          field("note", &Input::note).maxLength(500).multiline(),
                          field("dueOn", &Input::dueOn)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::BulkResult> {
    static auto fields() {
        using Result = congvu::incoming::BulkResult;
        return std::tuple{field("id", &Result::id), field("isDone", &Result::isDone), field("code", &Result::code),
                          field("detail", &Result::detail)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::BulkResults> {
    static auto fields() { return std::tuple{field("items", &congvu::incoming::BulkResults::items)}; }
};
