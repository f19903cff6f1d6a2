// SPDX-License-Identifier: Apache-2.0
#include "lists/domain/FilterTexts.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Value.h"

namespace congvu::core {

namespace {

constexpr std::size_t kMostFilters = 40;
constexpr std::size_t kLongestFilterName = 40;
constexpr std::size_t kLongestFilterValue = 500;
constexpr std::size_t kLongestFilter = 4'000;

}  // namespace

FilterTexts filterTextsOf(const json::RawJson& filter, std::string_view pointer) {
    const AppError bad = AppError::invalidField(std::string{pointer}, "core.bad-filter");
    if (filter.text.size() > kLongestFilter) {
        throw AppError{bad};
    }
    const auto document = json::Document::parse(filter.text);
    if (document.root().kind() != json::Kind::object || document.root().size() > kMostFilters) {
        throw AppError{bad};
    }
    FilterTexts texts;
    document.root().forEachMember([&](std::string_view name, json::Value value) {
        const bool isText = value.kind() == json::Kind::string;
        if (!isText || name.size() > kLongestFilterName || value.string().size() > kLongestFilterValue) {
            throw AppError{bad};
        }
        texts.insert_or_assign(std::string{name}, std::string{value.string()});
    });
    return texts;
}

}  // namespace congvu::core
