// SPDX-License-Identifier: Apache-2.0
#include "domain/Retention.h"

#include "congvu/text/Text.h"

#include <charconv>

namespace congvu::records {

namespace {

constexpr int kMostYears = 200;

}  // namespace

std::string Retention::label() const {
    return years ? std::to_string(*years) + " năm" : "Vĩnh viễn";
}

std::optional<Retention> parseRetention(std::string_view text) {
    auto folded = text::fold(text);
    if (folded == "vinh vien" || folded == "vv") {
        return Retention{};
    }
    if (folded.ends_with("nam")) {
        folded.resize(folded.size() - 3);
    }
    while (folded.ends_with(' ')) {
        folded.pop_back();
    }
    int years = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), years);
    if (error != std::errc{} || end != folded.data() + folded.size() || years < 1 || years > kMostYears) {
        return std::nullopt;
    }
    return Retention{years};
}

}  // namespace congvu::records
