// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::records {

/// A draft is changed freely; from an approved plan dossiers are opened.
enum class PlanState { draft, approved };

/// The file plan of one year in one agency (danh mục hồ sơ).
struct Plan {
    std::string id;
    std::string agencyId;
    int year = 0;
    PlanState state = PlanState::draft;
    std::string decision;  ///< number and symbol of the decision that approves it
    std::string approvedByName;
    std::optional<Timestamp> approvedAt;
    Timestamp createdAt;
    std::int64_t version = 1;
};

/// A heading: a large one (Roman number) or, below it, a small one (Arabic number; Decree 30/2020, App. V, I.1).
struct Heading {
    std::string id;
    std::optional<std::string> parentId;
    std::int64_t position = 0;  ///< from 1, among its siblings
    std::string title;
    std::string abbreviation;  ///< of a large one: the symbol of its dossiers, "TCCB"
};

/// A dossier that is planned: one line of the file plan.
struct Entry {
    std::string id;
    std::string headingId;
    std::int64_t position = 0;
    std::string notation;  ///< "01.TCCB": number and symbol
    std::string title;
    std::string retention;  ///< "Vĩnh viễn" or "20 năm"
    std::optional<std::string> keeperPostId;
    std::string keeperName;  ///< người lập hồ sơ
    std::string note;
};

/// A plan with all that is in it, in the order of the printed form.
struct PlanContent {
    Plan plan;
    std::vector<Heading> headings;
    std::vector<Entry> entries;
};

/// What the caller sends.
struct NewPlan {
    int year = 0;
    std::optional<int> copyFromYear;
};
struct NewHeading {
    std::optional<std::string> parentId;
    std::string title;
    std::string abbreviation;
};
struct HeadingEdit {
    std::string title;
    std::string abbreviation;
};
struct EntryInput {
    std::string headingId;
    std::string notation;  ///< empty: the next number of the large heading
    std::string title;
    std::string retention;
    std::optional<std::string> keeperPostId;
    std::string note;
};
struct PlanApproval {
    std::string decision;
};

/// "IV" for 4; App. V numbers large headings so.
std::string romanNumber(std::int64_t number);
/// "07.TCCB".
std::string notationOf(std::int64_t number, std::string_view abbreviation);

}  // namespace congvu::records

template <>
struct congvu::json::EnumNames<congvu::records::PlanState> {
    using State = congvu::records::PlanState;
    static constexpr std::array values{std::pair{State::draft, std::string_view{"draft"}},
                                       std::pair{State::approved, std::string_view{"approved"}}};
};

template <>
struct congvu::json::Description<congvu::records::Plan> {
    static auto fields() {
        using Plan = congvu::records::Plan;
        return std::tuple{field("id", &Plan::id),
                          field("year", &Plan::year),
                          field("state", &Plan::state),
                          field("decision", &Plan::decision),
                          field("approvedByName", &Plan::approvedByName),
                          field("approvedAt", &Plan::approvedAt),
                          field("version", &Plan::version)};
    }
};

template <>
struct congvu::json::Description<congvu::records::Heading> {
    static auto fields() {
        using Heading = congvu::records::Heading;
        return std::tuple{field("id", &Heading::id), field("parentId", &Heading::parentId), field("position", &Heading::position),
                          field("title", &Heading::title), field("abbreviation", &Heading::abbreviation)};
    }
};

template <>
struct congvu::json::Description<congvu::records::Entry> {
    static auto fields() {
        using Entry = congvu::records::Entry;
        return std::tuple{field("id", &Entry::id),
                          field("headingId", &Entry::headingId),
                          field("position", &Entry::position),
                          field("notation", &Entry::notation),
                          field("title", &Entry::title),
                          field("retention", &Entry::retention),
                          field("keeperPostId", &Entry::keeperPostId),
                          field("keeperName", &Entry::keeperName),
                          field("note", &Entry::note)};
    }
};

template <>
struct congvu::json::Description<congvu::records::PlanContent> {
    static auto fields() {
        using Content = congvu::records::PlanContent;
        return std::tuple{field("plan", &Content::plan), field("headings", &Content::headings), field("entries", &Content::entries)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewPlan> {
    static auto fields() {
        using New = congvu::records::NewPlan;
        return std::tuple{field("year", &New::year).required().range(1945, 2200),
                          field("copyFromYear", &New::copyFromYear).range(1945, 2200)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewHeading> {
    static auto fields() {
        using New = congvu::records::NewHeading;
        return std::tuple{field("parentId", &New::parentId).maxLength(40), field("title", &New::title).required().maxLength(300),
                          field("abbreviation", &New::abbreviation).maxLength(12)};
    }
};

template <>
struct congvu::json::Description<congvu::records::HeadingEdit> {
    static auto fields() {
        using Edit = congvu::records::HeadingEdit;
        return std::tuple{field("title", &Edit::title).required().maxLength(300), field("abbreviation", &Edit::abbreviation).maxLength(12)};
    }
};

template <>
struct congvu::json::Description<congvu::records::EntryInput> {
    static auto fields() {
        using Input = congvu::records::EntryInput;
        return std::tuple{
            field("headingId", &Input::headingId).required().maxLength(40), field("notation", &Input::notation).maxLength(20),
            field("title", &Input::title).required().maxLength(500),        field("retention", &Input::retention).required().maxLength(30),
            field("keeperPostId", &Input::keeperPostId).maxLength(40),      field("note", &Input::note).maxLength(500)};
    }
};

template <>
struct congvu::json::Description<congvu::records::PlanApproval> {
    static auto fields() {
        using Approval = congvu::records::PlanApproval;
        return std::tuple{field("decision", &Approval::decision).maxLength(100)};
    }
};
