// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <set>

#include "attacks/AttackCase.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {

// What GoogleTest prints of a case.
void PrintTo(const AttackCase& attack, std::ostream* out);
void PrintTo(const LawfulCase& lawful, std::ostream* out);

void PrintTo(const AttackCase& attack, std::ostream* out) {
    *out << attack.name;
}

void PrintTo(const LawfulCase& lawful, std::ostream* out) {
    *out << lawful.name;
}

namespace {

using ::testing::Contains;

ValidationReport judgeFamilyCase(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now());
}

std::string nameForTest(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char character) { return character == '-' || character == '/'; }, '_');
    return name;
}

class EveryAttack : public ::testing::TestWithParam<AttackCase> {};

TEST_P(EveryAttack, IsCalledByItsNameAndNoSignatureIsCalledIntact) {
    const auto report = judgeFamilyCase(GetParam().makeBytes());
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains(GetParam().finding)) << report.toText();
    ASSERT_FALSE(report.signatures.empty());
    EXPECT_TRUE(std::any_of(report.signatures.begin(), report.signatures.end(), [](const SignatureReport& signature) {
        return signature.integrity == GetParam().integrity;
    })) << report.toText();
    EXPECT_FALSE(report.toJson("attack.pdf").empty());
}

INSTANTIATE_TEST_SUITE_P(Families, EveryAttack, ::testing::ValuesIn(everyAttack()),
                         [](const auto& tested) { return nameForTest(tested.param.name); });

class EveryLawfulCase : public ::testing::TestWithParam<LawfulCase> {};

TEST_P(EveryLawfulCase, RaisesNoAlarm) {
    const auto report = judgeFamilyCase(GetParam().makeBytes());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    ASSERT_FALSE(report.signatures.empty());
    for (const SignatureReport& signature : report.signatures) {
        EXPECT_EQ(signature.integrity, Integrity::intact) << report.toText();
    }
    if (!GetParam().noticed.empty()) {
        EXPECT_THAT(noticedIn(report), Contains(GetParam().noticed)) << report.toText();
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, EveryLawfulCase, ::testing::ValuesIn(everyLawfulCase()),
                         [](const auto& tested) { return nameForTest(tested.param.name); });

std::string row(const std::string& name, const std::string& noticed) {
    return "| `" + name + "` | " + (noticed.empty() ? "–" : '`' + noticed + '`') + " |";
}

TEST(TheListOfAttacks, IsTheOneInTheDocumentation) {
    std::set<std::string> expected;
    for (const AttackCase& attack : everyAttack()) {
        EXPECT_TRUE(expected.insert(row(attack.name, attack.finding)).second) << attack.name << " is there twice";
    }
    for (const LawfulCase& lawful : everyLawfulCase()) {
        EXPECT_TRUE(expected.insert(row(lawful.name, lawful.noticed)).second) << lawful.name << " is there twice";
    }
    std::ifstream page(CONGVU_ATTACKS_PAGE);
    std::set<std::string> written;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("| `")) {
            written.insert(line);
        }
    }
    for (const std::string& line : expected) {
        EXPECT_TRUE(written.contains(line)) << "missing: " << line;
    }
    EXPECT_EQ(written.size(), expected.size());
}

}  // namespace

}  // namespace congvu::signing::testing
