// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// A group of senders (khối cơ quan gửi) by which arrivals are counted.
struct SenderCategory {
    std::string id;
    std::string name;
};

/// The groups that an agency has until it edits them: central, province, commune, Party, fronts and unions, others.
const std::vector<SenderCategory>& builtInSenderCategories();

/// The id of the built-in group that an issuer's name speaks for, or "other". Only a first guess: the clerk's choice stays.
std::string_view likelySenderCategory(std::string_view issuerName);

/// An issuer that the agency has met.
struct Sender {
    std::string key;
    std::string name;
    std::string categoryId;
    std::int64_t used = 0;
};

struct SenderCategories {
    std::vector<SenderCategory> items;
};
struct SenderChoice {
    std::string name;
    std::string categoryId;
};

/// Counts of a period: the group's sum, then each issuer. Cancelled registrations are not counted.
struct SenderCount {
    std::string issuerName;
    std::string categoryId;
    std::int64_t documents = 0;
};
struct SourceReportGroup {
    std::string categoryId;
    std::string name;  ///< empty for issuers without a group
    std::int64_t documents = 0;
    std::vector<SenderCount> issuers;
};
struct SourceReport {
    std::string from;
    std::string to;
    std::int64_t documents = 0;
    std::vector<SourceReportGroup> groups;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::SenderCategory> {
    static auto fields() {
        using Category = congvu::incoming::SenderCategory;
        return std::tuple{field("id", &Category::id).required().maxLength(30), field("name", &Category::name).required().maxLength(100)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SenderCategories> {
    static auto fields() { return std::tuple{field("items", &congvu::incoming::SenderCategories::items).required().maxLength(30)}; }
};

template <>
struct congvu::json::Description<congvu::incoming::Sender> {
    static auto fields() {
        using Sender = congvu::incoming::Sender;
        return std::tuple{field("id", &Sender::key), field("name", &Sender::name), field("categoryId", &Sender::categoryId),
                          field("used", &Sender::used)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SenderChoice> {
    static auto fields() {
        using Choice = congvu::incoming::SenderChoice;
        return std::tuple{field("name", &Choice::name).required().maxLength(200),
                          field("categoryId", &Choice::categoryId).required().maxLength(30)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SenderCount> {
    static auto fields() {
        using Count = congvu::incoming::SenderCount;
        return std::tuple{field("issuerName", &Count::issuerName), field("documents", &Count::documents)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SourceReportGroup> {
    static auto fields() {
        using Group = congvu::incoming::SourceReportGroup;
        return std::tuple{field("categoryId", &Group::categoryId), field("name", &Group::name), field("documents", &Group::documents),
                          field("issuers", &Group::issuers)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SourceReport> {
    static auto fields() {
        using Report = congvu::incoming::SourceReport;
        return std::tuple{field("from", &Report::from), field("to", &Report::to), field("documents", &Report::documents),
                          field("groups", &Report::groups)};
    }
};
