// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace congvu::templates {

/// A line above the signer's position: "KT." + "Chủ tịch".
struct AuthorityLine {
    std::string prefix;
    std::string of;
};

struct Person {
    std::vector<AuthorityLine> authority;
    std::string position;
    std::string name;
};

/// One appendix in the same file as the document.
struct Appendix {
    std::string title;
    std::string text;
};

/// Checked values, all in NFC. A key that is absent was empty. Dates are kept as they are printed.
struct FieldValues {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::vector<std::string>> lists;
    std::map<std::string, Person> persons;
    std::map<std::string, std::vector<Appendix>> appendixLists;

    const std::string& text(const std::string& key) const;
    const std::vector<std::string>& list(const std::string& key) const;
    const Person& person(const std::string& key) const;
    const std::vector<Appendix>& appendices(const std::string& key) const;
};

}  // namespace congvu::templates
