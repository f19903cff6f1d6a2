// SPDX-License-Identifier: Apache-2.0
#include "MandateModel.h"
#include "mandates/domain/MandateRules.h"

#include <gtest/gtest.h>
#include <random>

namespace congvu::core {

namespace {

constexpr std::array<std::string_view, MandateModel::kTypes> kTypeNames{"", "QĐ", "CV", "KH"};

std::string postName(int post) {
    return "post" + std::to_string(post);
}
std::string unitName(int unit) {
    return unit == 0 ? "" : "unit" + std::to_string(unit);
}
Date dayOf(int number) {
    return Date{std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{number}}}};
}

/// The organisation of the model.
class ModelFacts final : public PostFacts {
public:
    explicit ModelFacts(const MandateModel& model) : model_(model) {
        for (int post = 0; post < MandateModel::kPosts; ++post) {
            people_.push_back("person" + std::to_string(model.personOfPost[static_cast<std::size_t>(post)]));
        }
    }
    bool isHeld(std::string_view postId, Date day) const override {
        return day.sysDays().time_since_epoch().count() <= model_.lastDayOfPost[numberOf(postId)];
    }
    std::string_view personOf(std::string_view postId) const override { return people_[numberOf(postId)]; }
    bool isInside(std::string_view unitId, std::string_view rootId) const override {
        return !unitId.empty() && MandateModel::below(rootId.back() - '0').contains(unitId.back() - '0');
    }

private:
    static std::size_t numberOf(std::string_view postId) { return static_cast<std::size_t>(postId.back() - '0'); }
    const MandateModel& model_;
    std::vector<std::string> people_;
};

Mandate mandateOf(const MandateModel::Given& given) {
    Mandate mandate;
    mandate.id = std::to_string(given.id);
    mandate.giverPostId = postName(given.giver);
    mandate.substitutePostId = postName(given.substitute);
    mandate.days = {dayOf(given.from), dayOf(given.until)};
    for (const int act : given.acts) {
        mandate.acts.push_back(static_cast<mandates::Act>(act));
    }
    for (const int unit : given.units) {
        mandate.unitIds.push_back(unitName(unit));
    }
    for (const int type : given.types) {
        mandate.documentTypes.emplace_back(kTypeNames[static_cast<std::size_t>(type)]);
    }
    return mandate;
}

MandateBook bookOf(const MandateModel& model) {
    std::vector<Absence> absences;
    for (const auto& [post, day] : model.absences) {
        absences.push_back({"", postName(post), {dayOf(day), dayOf(day)}, "", "", {}});
    }
    std::vector<Mandate> given;
    for (const auto& one : model.given) {
        given.push_back(mandateOf(one));
    }
    return {1, std::move(absences), std::move(given)};
}

/// Makes graphs and asks questions about them.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int number(int low, int high) { return std::uniform_int_distribution{low, high}(engine_); }
    std::set<int> some(int low, int high, int most) {
        std::set<int> values;
        for (int left = number(0, most); left > 0; --left) {
            values.insert(number(low, high));
        }
        return values;
    }
    MandateModel organisation() {
        MandateModel model;
        for (std::size_t post = 0; post < MandateModel::kPosts; ++post) {
            model.personOfPost[post] = number(0, 9) == 0 ? 0 : static_cast<int>(post);
            model.lastDayOfPost[post] = number(0, 4) == 0 ? number(kFirst, kLast) : 100'000;
        }
        for (int left = number(0, 3); left > 0; --left) {
            const int post = number(0, MandateModel::kPosts - 1);
            const int from = number(kFirst, kLast);
            for (int day = from; day <= std::min(kLast, from + number(0, 4)); ++day) {
                model.absences.emplace(post, day);
            }
        }
        return model;
    }
    MandateModel::Given mandate(int id) {
        const int from = number(kFirst, kLast);
        auto acts = some(0, MandateModel::kActs - 1, 2);
        acts.insert(number(0, MandateModel::kActs - 1));
        return {id,
                number(0, MandateModel::kPosts - 1),
                number(0, MandateModel::kPosts - 1),
                from,
                std::min(kLast, from + number(0, 5)),
                std::move(acts),
                some(1, MandateModel::kUnits - 1, 2),
                some(1, MandateModel::kTypes - 1, 2)};
    }
    /// Mostly near midnight in Viet Nam.
    std::int64_t moment() {
        const std::int64_t midnight = std::int64_t{number(kFirst - 1, kLast + 1)} * 86'400'000 - 7 * 3'600'000;
        return midnight + (number(0, 2) == 0 ? number(0, 86'399'999) : number(-1, 1));
    }

    static constexpr int kFirst = 20'514;  ///< 2026-03-02
    static constexpr int kLast = kFirst + 11;

private:
    std::mt19937 engine_;
};

std::set<std::string> wordsOfErrors(const std::vector<FieldError>& errors) {
    std::set<std::string> words;
    for (const auto& error : errors) {
        words.insert(error.code);
    }
    return words;
}

}  // namespace

TEST(MandateRules, AgreeWithASmallModelOnTenThousandRandomGraphs) {
    int accepted = 0;
    int refused = 0;
    int found = 0;
    for (unsigned seed = 1; seed <= 10'000; ++seed) {
        Chance chance{seed};
        auto model = chance.organisation();
        for (int id = 1; id <= 9; ++id) {
            const auto wanted = chance.mandate(id);
            const auto expected = model.refusals(wanted);
            ASSERT_EQ(wordsOfErrors(conflictsOf(mandateOf(wanted), bookOf(model), ModelFacts{model})), expected)
                << "graph " << seed << ", mandate " << id;
            if (expected.empty()) {
                model.given.push_back(wanted);
                ++accepted;
            } else {
                ++refused;
            }
            if (!model.given.empty() && chance.number(0, 6) == 0) {  // revoked
                model.given.erase(model.given.begin() + chance.number(0, static_cast<int>(model.given.size()) - 1));
            }
        }
        const auto book = bookOf(model);
        const ModelFacts facts{model};
        for (int question = 0; question < 60; ++question) {
            const int giver = chance.number(0, MandateModel::kPosts - 1);
            const int act = chance.number(0, MandateModel::kActs - 1);
            const int unit = chance.number(0, MandateModel::kUnits - 1);
            const int type = chance.number(0, MandateModel::kTypes - 1);
            const auto at = chance.moment();
            const auto* answer = mandateFor(postName(giver), static_cast<mandates::Act>(act),
                                            {unitName(unit), std::string{kTypeNames[static_cast<std::size_t>(type)]}},
                                            Timestamp{std::chrono::milliseconds{at}}, book, facts);
            const int expected = model.actsFor(giver, act, unit, type, at);
            ASSERT_EQ(answer == nullptr ? 0 : std::stoi(answer->id), expected) << "graph " << seed << ", question " << question;
            found += expected == 0 ? 0 : 1;
        }
    }
    // The graphs are neither all refused nor all empty.
    EXPECT_GT(accepted, 20'000);
    EXPECT_GT(refused, 20'000);
    EXPECT_GT(found, 10'000);
}

}  // namespace congvu::core
