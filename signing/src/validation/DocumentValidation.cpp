// SPDX-License-Identifier: Apache-2.0
#include "validation/DocumentValidation.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"
#include "pdf/PdfDate.h"
#include "pdf/Restrictions.h"
#include "validation/FindingCatalogue.h"
#include "validation/HiddenSignatures.h"

namespace congvu::signing::validation {
namespace {

/// The document security store; a damaged one is an empty one, and then what it would prove stays unproven.
pades::SecurityStore storeOf(const pdf::Reader& reader) {
    try {
        return pades::SecurityStore::read(reader);
    } catch (const SigningError&) {
        return {};
    }
}

bool isOnlyWhiteSpace(ByteView bytes) {
    return std::all_of(bytes.begin(), bytes.end(), pdf::isWhiteSpace);
}

}  // namespace

DocumentValidation::DocumentValidation(ByteView document, const ValidationSetting& setting, pdf::Reading reading)
    : reader_(document, {}, setting.password, reading),
      setting_(setting),
      revocation_(storeOf(reader_), setting.policy, setting.at, setting.options) {}

ValidationReport DocumentValidation::run() {
    judge();
    conclude();
    return std::move(report_);
}

void DocumentValidation::judge() {
    findSignatures();
    for (Signature& signature : signatures_) {
        checkIntegrity(signature);
    }
    proveExistence();
    for (Signature& signature : signatures_) {
        checkTrust(signature);
    }
    compareRevisions();
    checkWholeFile();
}

ValidationReport DocumentValidation::runBelowBrokenRevision(std::string_view fault) {
    judge();
    for (Signature& signature : signatures_) {
        signature.report.coversWholeFile = false;
    }
    failAll("later-revision-unreadable", fault);
    conclude();
    return std::move(report_);
}

void DocumentValidation::findSignatures() {
    const Coverage coverage(reader_);
    constexpr std::size_t kMostSignatures = 500;  // each is hashed and compared for itself
    constexpr std::size_t kMostRecovered = 20;    // for each the file is searched again
    std::vector<FoundSignature> all = SignatureFinder(reader_).inForm();
    if (all.size() > (reader_.isRecovered() ? kMostRecovered : kMostSignatures)) {
        throw SigningError(ErrorCode::limitExceeded, "the document has too many signatures");
    }
    for (FoundSignature& found : all) {
        CoveredBytes covered = coverage.check(found);
        if (reader_.isRecovered()) {
            covered.doubts.emplace_back("cross-reference-rebuilt");
        }
        signatures_.push_back({std::move(found), std::move(covered), {}, nullptr});
    }
    std::stable_sort(signatures_.begin(), signatures_.end(),
                     [](const Signature& a, const Signature& b) { return a.covered.end < b.covered.end; });
    findOverlaps();
}

void DocumentValidation::findOverlaps() {
    std::vector<const CoveredBytes*> ordered;
    std::vector<std::size_t> places;
    for (std::size_t index = 0; index < signatures_.size(); ++index) {
        if (signatures_[index].covered.isUsable()) {
            ordered.push_back(&signatures_[index].covered);
            places.push_back(index);
        }
    }
    for (const std::size_t index : Coverage::overlapping(ordered)) {
        signatures_[places[index]].covered.faults.emplace_back("byte-range-overlap");
    }
}

void DocumentValidation::describe(Signature& signature) const {
    SignatureReport& report = signature.report;
    const pdf::Object& dictionary = signature.found.dictionary;
    report.field = signature.found.field;
    report.subFilter = reader_.get(dictionary, "SubFilter").stringValue();
    report.isDocumentTimeStamp = report.subFilter == "ETSI.RFC3161";
    report.claimedTime = pdf::instantOfPdfDate(reader_.get(dictionary, "M").stringValue());
    report.certificationLevel = pdf::certificationOf(reader_, dictionary);
    report.coveredLength = signature.covered.end;
    report.coversWholeFile =
        signature.covered.isUsable() && isOnlyWhiteSpace(reader_.file().subspan(static_cast<std::size_t>(signature.covered.end)));
    report.indication = Indication::passed;
    report.integrity = Integrity::broken;
}

void DocumentValidation::checkIntegrity(Signature& signature) {
    describe(signature);
    signature.context = std::make_unique<SignatureContext>(SignatureContext{
        signature.found, signature.covered, setting_.trust, setting_.policy, setting_.at, signature.report, revocation_, &reader_});
    SignatureContext& context = *signature.context;
    checkFormat(context);
    hasUsableSignature_ = hasUsableSignature_ || signature.covered.isUsable();
    if (!context.cms || context.hasFailed()) {
        return;
    }
    revocation_.add(context.cms->archivedRevocation());
    checkCryptography(context);
    if (!context.hasFailed() && context.cms->signer()) {
        signature.report.integrity = Integrity::intact;
        endsInGoodSignature_ = endsInGoodSignature_ || signature.report.coversWholeFile;
    }
}

/// EN 319 102-1, 5.6.2.3: document time-stamps from the last to the first; each proves that what it covers, the earlier
/// ones included, existed at its time.
void DocumentValidation::proveExistence() {
    std::optional<TimeProof> current;
    std::optional<Instant> renewBefore;
    for (std::size_t index = signatures_.size(); index-- > 0;) {
        const Signature& signature = signatures_[index];
        SignatureContext& context = *signature.context;
        context.documentProof = current;
        context.renewBefore = renewBefore;
        if (!signature.report.isDocumentTimeStamp || !signature.isChecked()) {
            continue;
        }
        checkTimeStamp(context);
        if (!context.proof) {
            continue;
        }
        renewBefore = renewBefore.value_or(context.proof->ends);
        current = current && current->time < context.proof->time ? current : context.proof;
        revocation_.prove(context.covered.end, context.proof->time);
    }
}

void DocumentValidation::checkTrust(Signature& signature) const {
    SignatureContext& context = *signature.context;
    const bool isFormOnly = context.hasFailed() || context.report.subIndication == SubIndication::generic;
    if (!context.cms || isFormOnly) {
        return;
    }
    if (!signature.report.isDocumentTimeStamp) {
        checkTimeStamp(context);
    }
    checkCertificate(context);
    checkAlgorithms(context);
    determineLevel(context);
    if (revocation_.hasDamagedItems()) {
        context.add("validation-data-damaged");
    }
}

/// Every signed revision against the next one, the last one against the whole file.
void DocumentValidation::compareRevisions() {
    std::size_t revision = 0;
    for (std::size_t index = 0; index < signatures_.size(); ++index) {
        signatures_[index].report.revision = ++revision;
        if (!signatures_[index].covered.isUsable()) {
            continue;
        }
        std::size_t next = index + 1;
        while (next < signatures_.size() && !signatures_[next].covered.isUsable()) {
            ++next;
        }
        const std::uint64_t end = next < signatures_.size() ? signatures_[next].covered.end : reader_.file().size();
        if (end > signatures_[index].covered.end) {
            const auto signedEnd = static_cast<std::size_t>(signatures_[index].covered.end);
            applyChanges(index, revision + 1, validation::compareRevisions(reader_, signedEnd, static_cast<std::size_t>(end)));
        }
    }
}

void DocumentValidation::applyChanges(std::size_t upTo, std::size_t revision, ComparedRevisions compared) {
    report_.findings.insert(report_.findings.end(), compared.findings.begin(), compared.findings.end());
    DifferenceResult& difference = compared.difference;
    if (compared.isUnchanged) {
        return;
    }
    const bool lawful = difference.isLawful();
    for (std::size_t index = 0; index <= upTo; ++index) {
        SignatureReport& report = signatures_[index].report;
        if (report.integrity != Integrity::intact && lawful) {
            continue;
        }
        report.findings.push_back(makeFinding(lawful ? "lawful-changes-after-signing" : "changed-after-signing"));
        for (const std::string& warning : difference.warnings) {
            report.findings.push_back(makeFinding(warning));
        }
        if (!lawful && report.integrity == Integrity::intact) {
            report.integrity = Integrity::modified;
            report.indication = Indication::failed;
            report.subIndication = SubIndication::formatFailure;
            report.level.clear();
        }
    }
    for (Change& change : difference.changes) {
        change.revision = revision;
        report_.changes.push_back(std::move(change));
    }
}

void DocumentValidation::failAll(std::string_view code, std::string_view detail) {
    report_.findings.push_back(makeFinding(code, detail));
    for (Signature& signature : signatures_) {
        signature.report.integrity = signature.report.integrity == Integrity::intact ? Integrity::modified : signature.report.integrity;
        if (signature.report.indication != Indication::failed) {
            signature.report.indication = Indication::failed;
            signature.report.subIndication = SubIndication::formatFailure;
        }
    }
}

void DocumentValidation::checkHiddenSignatures() {
    HiddenSignatures hidden(reader_);
    for (const Signature& signature : signatures_) {
        hidden.add(signature.found, signature.covered, signature.report.integrity == Integrity::intact);
    }
    switch (hidden.state()) {
        case HiddenSignatures::State::none:
            return;
        case HiddenSignatures::State::removedBeforeSigning:
            report_.findings.push_back(makeFinding("signature-removed-before-signing"));
            return;
        case HiddenSignatures::State::hidden:
            failAll("signature-outside-form");
            return;
    }
}

bool DocumentValidation::isCovered() const {
    return std::any_of(signatures_.begin(), signatures_.end(), [&](const Signature& signature) {
        return signature.covered.isUsable() && signature.covered.end == reader_.file().size();
    });
}

void DocumentValidation::checkWholeFile() {
    checkHiddenSignatures();
    if (signatures_.empty() || isCovered()) {
        return;
    }
    const std::size_t marker = textOf(reader_.file()).rfind("%%EOF");
    const std::size_t end = marker == std::string_view::npos ? reader_.file().size() : marker + 5;
    if (!isOnlyFiller(reader_.file().subspan(end), reader_.limits())) {
        failAll("data-after-end");
    }
}

void DocumentValidation::conclude() {
    const bool hiddenSignature = std::any_of(report_.findings.begin(), report_.findings.end(),
                                             [](const Finding& finding) { return finding.code == "signature-outside-form"; });
    report_.verdict = Verdict::valid;
    report_.validatedAt = setting_.at;
    for (Signature& signature : signatures_) {
        // EN 319 102-1, table 6: nothing is wrong with the signature, and yet it cannot be called passed.
        for (const std::string& doubt : signature.covered.doubts) {
            signature.context->add(doubt);
            signature.context->conclude(Indication::indeterminate, SubIndication::generic);
        }
        report_.verdict = std::max(report_.verdict, verdictOf(signature.report.indication));
        signature.context.reset();
        report_.signatures.push_back(std::move(signature.report));
    }
    if (signatures_.empty()) {
        report_.verdict = hiddenSignature ? Verdict::invalid : Verdict::unsignedDocument;
        if (!hiddenSignature) {
            report_.findings.push_back(makeFinding("no-signature"));
        }
    }
}

}  // namespace congvu::signing::validation
