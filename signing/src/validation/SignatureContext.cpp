// SPDX-License-Identifier: Apache-2.0
#include "validation/FindingCatalogue.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

int badness(Indication indication) {
    switch (indication) {
        case Indication::passed:
            return 0;
        case Indication::indeterminate:
            return 1;
        case Indication::failed:
            return 2;
    }
    return 2;
}

}  // namespace

Verdict verdictOf(Indication indication) {
    switch (indication) {
        case Indication::passed:
            return Verdict::valid;
        case Indication::indeterminate:
            return Verdict::indeterminate;
        case Indication::failed:
            return Verdict::invalid;
    }
    return Verdict::invalid;
}

std::vector<Certificate> SignatureContext::helpers(const std::vector<Certificate>& own) const {
    std::vector<Certificate> all = own;
    all.insert(all.end(), revocation.certificates().begin(), revocation.certificates().end());
    return all;
}

void SignatureContext::add(std::string_view code, std::string_view detail) {
    report.findings.push_back(makeFinding(code, detail));
}

void SignatureContext::conclude(Indication indication, SubIndication subIndication) {
    if (badness(indication) > badness(report.indication)) {
        report.indication = indication;
        report.subIndication = subIndication;
    }
}

}  // namespace congvu::signing::validation
