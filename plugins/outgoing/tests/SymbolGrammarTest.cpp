// SPDX-License-Identifier: Apache-2.0
#include "congvu/error/AppError.h"
#include "domain/NumberSymbol.h"
#include "domain/SymbolGrammar.h"
#include "domain/SymbolRule.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

namespace congvu::outgoing {

namespace {

std::string codeOf(const std::string& pattern) {
    try {
        (void)SymbolGrammar::of(pattern);
    } catch (const AppError& refused) {
        return refused.fields().empty() ? refused.code() : refused.fields().front().code;
    }
    return {};
}

SymbolValues symbol(std::int64_t number, std::string type, std::string issuer, std::string unit = {}, int year = 0) {
    return {number, std::move(type), std::move(issuer), std::move(unit), year};
}

/// Every example of the guide (Decree 30/2020, App. III; documents of the Party; legal normative documents).
TEST(SymbolGrammar, WritesAndReadsTheExamplesOfTheDecree) {
    const auto named = SymbolGrammar::of("{number}/{type}-{issuer}");
    EXPECT_EQ(named.build(symbol(15, "QĐ", "BNV")), "15/QĐ-BNV");
    EXPECT_EQ(named.parse("15/QĐ-BNV"), symbol(15, "QĐ", "BNV"));
    const auto letter = SymbolGrammar::of("{number}/{issuer}-{unit}");
    EXPECT_EQ(letter.build(symbol(5, "", "BNV", "VP")), "05/BNV-VP");
    EXPECT_EQ(letter.build(symbol(12, "", "UBND", "VX")), "12/UBND-VX");
    EXPECT_EQ(letter.build(symbol(12, "", "UBND")), "12/UBND");
    EXPECT_EQ(letter.parse("12/UBND"), symbol(12, "", "UBND"));
    const auto party = SymbolGrammar::of("{number}-{type}/{issuer}");
    EXPECT_EQ(party.build(symbol(11, "CT", "TU")), "11-CT/TU");
    EXPECT_EQ(party.build(symbol(66, "KH", "HU")), "66-KH/HU");
    EXPECT_EQ(party.build(symbol(1, "CTr", "TU")), "01-CTr/TU");
    EXPECT_EQ(party.parse("01-CTr/TU"), symbol(1, "CTr", "TU"));
    EXPECT_EQ(SymbolGrammar::of("{number}-CV/{issuer}").build(symbol(7, "", "TU")), "07-CV/TU");
    const auto law = SymbolGrammar::of("{number}/{year}/{type}-{issuer}");
    EXPECT_EQ(law.build(symbol(15, "QĐ", "UBND", "", 2024)), "15/2024/QĐ-UBND");
    EXPECT_EQ(law.parse("15/2024/QĐ-UBND"), symbol(15, "QĐ", "UBND", "", 2024));
}

TEST(SymbolGrammar, ReadsNoNumberThatIsNotWrittenAsTheDecreeSays) {
    const auto named = SymbolGrammar::of("{number}/{type}-{issuer}");
    for (const auto* wrong : {"5/QĐ-BNV", "005/QĐ-BNV", "00/QĐ-BNV", "015/QĐ-BNV", "-5/QĐ-BNV", "/QĐ-BNV", "1x/QĐ-BNV", "15/QĐ",
                              "15/QĐ-BNV-VP", "15-QĐ/BNV", "15/QĐ-", "15/QĐ BNV-X", "15/QĐ-BNV ", "", "15"}) {
        EXPECT_FALSE(named.parse(wrong)) << wrong;
    }
}

TEST(SymbolGrammar, RefusesAPatternWithItsCause) {
    EXPECT_EQ(codeOf("{type}/{issuer}"), "outgoing.pattern-no-number");
    EXPECT_EQ(codeOf("{number}"), "outgoing.pattern-only-number");
    EXPECT_EQ(codeOf("{number}{type}"), "outgoing.pattern-no-separator");
    EXPECT_EQ(codeOf("{number}//{type}"), "outgoing.pattern-empty-group");
    EXPECT_EQ(codeOf("{number}/{type}-"), "outgoing.pattern-empty-group");
    EXPECT_EQ(codeOf("{number}/{kind}"), "outgoing.pattern-unknown-part");
    EXPECT_EQ(codeOf("{number}/{type}{issuer}"), "outgoing.pattern-unknown-part");
    EXPECT_EQ(codeOf("{number}/{type}-{type}"), "outgoing.pattern-part-twice");
    EXPECT_EQ(codeOf("{number}/A B"), "outgoing.pattern-unknown-part");
    EXPECT_EQ(codeOf("{number}/" + std::string(80, 'A')), "outgoing.pattern-too-long");
}

TEST(SymbolGrammar, RefusesAValueThatWouldTearTheSymbolApart) {
    const auto named = SymbolGrammar::of("{number}/{type}-{issuer}");
    for (const auto* wrong : {"", "UB-ND", "UB/ND", "UB ND", "UB\tND", "{x}", "ABCDEFGHIJKLMNOPQRSTU"}) {
        EXPECT_THROW((void)named.build(symbol(1, "QĐ", wrong)), AppError) << wrong;
    }
}

/// A model of the grammar that shares nothing with it: tokens, strings glued together, and reading by trying every way to cut a text.
struct Model {
    struct Token {
        char separator;
        std::string name;  // "type", "issuer", "unit", "year" or "=fixed text"
    };
    std::vector<Token> tokens;

    std::string pattern() const {
        std::string text = "{number}";
        for (const auto& token : tokens) {
            text += token.separator + (token.name.front() == '=' ? token.name.substr(1) : "{" + token.name + "}");
        }
        return text;
    }
    std::string build(std::int64_t number, const std::map<std::string, std::string>& values) const {
        std::string text = (number < 10 ? "0" : "") + std::to_string(number);
        for (std::size_t index = 0; index < tokens.size(); ++index) {
            const auto& name = tokens[index].name;
            const auto value = name.front() == '=' ? name.substr(1) : values.at(name);
            const bool isLeftOut = value.empty() && name == "unit" && index + 1 == tokens.size() && index > 0;
            text += isLeftOut ? "" : std::string{tokens[index].separator} + value;
        }
        return text;
    }
    /// All ways to read the text.
    void readings(std::string_view rest, std::size_t index, std::map<std::string, std::string> values,
                  std::vector<std::map<std::string, std::string>>& found) const {
        if (index == tokens.size() || (rest.empty() && index + 1 == tokens.size() && index > 0 && tokens[index].name == "unit")) {
            if (rest.empty()) {
                found.push_back(values);
            }
            return;
        }
        const auto& token = tokens[index];
        if (rest.empty() || rest.front() != token.separator) {
            return;
        }
        for (std::size_t length = 1; length < rest.size(); ++length) {
            const std::string value{rest.substr(1, length)};
            const bool isPlain = value.find_first_of("/-{} \t") == std::string::npos;
            const bool isYear = value.size() == 4 && value.find_first_not_of("0123456789") == std::string::npos;
            const bool fits = token.name.front() == '=' ? value == token.name.substr(1) : token.name == "year" ? isYear : isPlain;
            if (fits) {
                auto with = values;
                if (token.name.front() != '=') {
                    with[token.name] = value;
                }
                readings(rest.substr(length + 1), index + 1, with, found);
            }
        }
    }
};

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int upTo(int most) { return std::uniform_int_distribution<int>{0, most}(engine_); }
    template <class Items>
    const auto& oneOf(const Items& items) {
        return items[static_cast<std::size_t>(upTo(static_cast<int>(items.size()) - 1))];
    }
    template <class Items>
    void shuffle(Items& items) {
        std::shuffle(items.begin(), items.end(), engine_);
    }

private:
    std::mt19937 engine_;
};

const std::vector<std::string> kWords{"QĐ", "CTr",   "QyĐ", "UBND", "HĐND", "BNV", "TU", "HU", "VP",
                                      "VX", "KT&PT", "Đ.A", "x",    "2024", "7",   "SY", "TTr"};

Model randomModel(Chance& chance) {
    std::vector<std::string> names{"type", "issuer", "unit", "year", "=" + chance.oneOf(kWords), "=" + chance.oneOf(kWords)};
    chance.shuffle(names);
    names.resize(static_cast<std::size_t>(1 + chance.upTo(5)));
    Model model;
    for (const auto& name : names) {
        model.tokens.push_back({chance.upTo(1) == 0 ? '/' : '-', name});
    }
    return model;
}

/// Damages a text in one place, or leaves it; no letter of several bytes is cut in half.
std::string damaged(Chance& chance, std::string text) {
    static const std::string letters = "/-0A {";
    const auto at = static_cast<std::size_t>(chance.upTo(static_cast<int>(text.size()) - 1));
    if (chance.upTo(2) == 0 || static_cast<unsigned char>(text[at]) >= 0x80) {
        return text;
    }
    if (chance.upTo(1) == 0) {
        return text.erase(at, 1);
    }
    return text.insert(at, 1, chance.oneOf(letters));
}

TEST(SymbolGrammar, AgreesWithAModelInTenThousandRandomGrammars) {
    Chance chance{20200305};
    for (int round = 0; round < 10'000; ++round) {
        const auto model = randomModel(chance);
        const auto grammar = SymbolGrammar::of(model.pattern());
        const auto number = static_cast<std::int64_t>(1 + chance.upTo(chance.upTo(1) == 0 ? 11 : 99'999));
        std::map<std::string, std::string> values{{"type", chance.oneOf(kWords)},
                                                  {"issuer", chance.oneOf(kWords)},
                                                  {"unit", chance.oneOf(kWords)},
                                                  {"year", std::to_string(1990 + chance.upTo(200))}};
        if (model.tokens.size() > 1 && model.tokens.back().name == "unit" && chance.upTo(2) == 0) {
            values["unit"].clear();
        }
        const SymbolValues given{number, values["type"], values["issuer"], values["unit"], std::stoi(values["year"])};
        const auto text = grammar.build(given);
        ASSERT_EQ(text, model.build(number, values)) << model.pattern();
        ASSERT_EQ(numberAndSymbol(number, symbolOfTail(grammar.buildTail(given))), text) << model.pattern();

        const auto asked = damaged(chance, text);
        const auto digits = asked.substr(0, asked.find_first_of("/-"));
        const bool isNumber = !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos && digits.size() <= 9 &&
                              std::stoll(digits) > 0 && displayNumber(std::stoll(digits)) == digits;
        std::vector<std::map<std::string, std::string>> readings;
        if (isNumber) {
            model.readings(std::string_view{asked}.substr(digits.size()), 0, {}, readings);
        }
        ASSERT_LE(readings.size(), 1U) << "a symbol has one meaning: " << asked << " by " << model.pattern();
        const auto read = grammar.parse(asked);
        ASSERT_EQ(read.has_value(), readings.size() == 1) << asked << " by " << model.pattern();
        ASSERT_TRUE(read || asked != text) << text << " by " << model.pattern();
        if (!read) {
            continue;
        }
        auto& expected = readings.front();
        const SymbolValues of{std::stoll(digits), expected["type"], expected["issuer"], expected["unit"],
                              expected["year"].empty() ? 0 : std::stoi(expected["year"])};
        ASSERT_EQ(*read, of) << asked << " by " << model.pattern();
        ASSERT_EQ(grammar.build(*read), asked) << model.pattern();
    }
}

TEST(SymbolRules, AgreeWithAModelAboutTheRuleOfADay) {
    Chance chance{1482};
    const std::vector<std::string> scopes{"named", "letter", "copy", "QĐ", "CT", "SY"};
    const std::vector<std::string> types{"", "QĐ", "CT", "TB", "SY", "TrS"};
    for (int round = 0; round < 10'000; ++round) {
        std::map<std::pair<std::string, int>, std::string> byScopeAndDay;
        const auto count = chance.upTo(8);
        for (int index = 0; index < count; ++index) {
            byScopeAndDay[{chance.oneOf(scopes), chance.upTo(60)}] = std::to_string(index);
        }
        std::vector<SymbolRule> rules;
        for (const auto& [key, id] : byScopeAndDay) {
            rules.push_back({id, "a", key.first, "", "", Date{2026, 1, 1}.plusDays(key.second), "", "", {}});
        }
        chance.shuffle(rules);
        const auto type = chance.oneOf(types);
        const auto day = chance.upTo(70);
        std::string expected;
        const std::string wide = type.empty() ? "letter" : type == "SY" || type == "TrS" ? "copy" : "named";
        for (const auto& scope : {wide, type}) {
            for (int at = 0; at <= day && !scope.empty(); ++at) {
                if (const auto found = byScopeAndDay.find({scope, at}); found != byScopeAndDay.end()) {
                    expected = found->second;
                }
            }
        }
        const auto rule = ruleInForce(rules, type, Date{2026, 1, 1}.plusDays(day));
        ASSERT_EQ(rule ? rule->id : "", expected) << "round " << round;
    }
}

}  // namespace

}  // namespace congvu::outgoing
